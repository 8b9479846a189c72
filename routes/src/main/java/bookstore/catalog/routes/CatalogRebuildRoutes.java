package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;

/** Building the search index anew, while the present one goes on answering. */
class CatalogRebuildRoutes extends HttpRoutes {

    private static final String BUILD = "seda:catalog-rebuild-index?waitForTaskToComplete=Never";

    private final IndexDesk desk;

    CatalogRebuildRoutes(IndexDesk desk) {
        super("catalog");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("catalog-start-rebuild", "Begin a new search index")
                .process(desk::begin)
                .to(BUILD)
                .process(desk::accepted);

        answer("catalog-show-rebuild", "Show how far the last rebuild is").process(desk::show);

        from("timer:catalog-check-index?delay={{bookstore.catalog.search.check-after}}&period={{bookstore.catalog.search.check-every}}")
                .routeId("catalog-check-index")
                .routeGroup("catalog")
                .routeDescription(
                        "Have the index rebuilt if there is none, or if it has not the books of the catalogue")
                .errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false))
                .filter(desk::isDue)
                .process(desk::begin)
                .to(BUILD)
                .end();

        from("direct:catalog-begin-index")
                .routeId("catalog-begin-index")
                .routeGroup("catalog")
                .routeDescription("Begin the search index of a shop that has none")
                .errorHandler(noErrorHandler())
                .filter(desk::isMissing)
                .process(desk::begin)
                .to(BUILD)
                .end();

        from("seda:catalog-rebuild-index")
                .routeId("catalog-rebuild-index")
                .routeGroup("catalog")
                .routeDescription("Read all books into a new index and let searches look there")
                .process(desk::build)
                .to("direct:catalog-learn-words")
                .to("direct:catalog-forget-pages");
    }
}
