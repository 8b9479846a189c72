package bookstore.catalog.search;

import bookstore.catalog.Facets;
import java.util.List;
import java.util.Objects;

/**
 * A page of what a search has found, without the books: those are read anew for each answer, so that prices and stock
 * are never old.
 *
 * @param totalItems of all pages
 * @param facets of all pages
 * @param degraded a way of searching was not open
 */
public record ResultPage(List<Hit> hits, long totalItems, Facets facets, boolean degraded) {

    public ResultPage {
        hits = List.copyOf(hits);
        Objects.requireNonNull(facets);
    }
}
