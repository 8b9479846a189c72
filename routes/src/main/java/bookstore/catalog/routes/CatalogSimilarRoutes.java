package bookstore.catalog.routes;

import bookstore.edge.Fallback;
import bookstore.edge.HttpRoutes;

/** Books like one. */
class CatalogSimilarRoutes extends HttpRoutes {

    private final SimilarBooks similar;

    CatalogSimilarRoutes(SimilarBooks similar) {
        super("catalog");
        this.similar = similar;
    }

    @Override
    protected void operations() {
        answer("catalog-list-similar-books", "Find books like one, by meaning or else by author and category")
                .process(similar::find)
                .circuitBreaker()
                .id("catalog-similar")
                .process(similar::vector)
                .filter(body().isNotNull())
                .to("kamelet:vector-search-action?collection=catalog_books&maxResults=60"
                        + "&timeout={{bookstore.catalog.search.patience}}")
                .process(similar::read)
                .end()
                .endCircuitBreaker()
                .onFallback()
                .process(similar::missing)
                .end()
                .removeProperties(Fallback.MARKS)
                .process(similar::answer);
    }
}
