package bookstore.catalog;

import java.util.Collection;
import java.util.UUID;

/** Counts of what a set of books consists. */
public interface FacetCounts {

    Facets of(Collection<UUID> bookIds);

    Facets of(Filter filter);
}
