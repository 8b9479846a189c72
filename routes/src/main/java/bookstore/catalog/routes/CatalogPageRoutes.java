package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;

/** How a page of results comes to be, once for all who ask for it at the same time. */
class CatalogPageRoutes extends RouteBuilder {

    private final Flights flights;

    CatalogPageRoutes(Flights flights) {
        this.flights = flights;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:catalog-find-page")
                .routeId("catalog-find-page")
                .routeGroup("catalog")
                .routeDescription("Find a page of results, once for all who ask for it at the same time")
                .process(flights::board)
                .filter(variable(Flights.OWN).isNotNull())
                .doTry()
                .to("direct:catalog-make-page")
                .doFinally()
                .process(flights::land)
                .end()
                .end();

        from("direct:catalog-make-page")
                .routeId("catalog-make-page")
                .routeGroup("catalog")
                .routeDescription("Find and keep a page that nobody has kept in the last moment")
                .filter(PageCache::isHere)
                .to("direct:catalog-recall-page")
                .end()
                .filter(PageCache::isNotFresh)
                .to("direct:catalog-compose-page")
                .to("direct:catalog-remember-page")
                .end();
    }
}
