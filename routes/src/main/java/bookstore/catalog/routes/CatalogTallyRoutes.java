package bookstore.catalog.routes;

import bookstore.catalog.search.SearchTally;
import bookstore.shared.Teller;
import org.apache.camel.builder.RouteBuilder;

/** Telling from time to time what was looked for. */
class CatalogTallyRoutes extends RouteBuilder {

    private final SearchTally tally;
    private final Teller teller;

    CatalogTallyRoutes(SearchTally tally, Teller teller) {
        this.tally = tally;
        this.teller = teller;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("timer:catalog-tell-searches?period={{bookstore.catalog.search.tell-every}}&delay=10000")
                .routeId("catalog-tell-searches")
                .routeGroup("catalog")
                .routeDescription("Tell what was looked for, and what was not found")
                .transacted("catalog-transaction")
                .process(exchange -> tally.tell(teller));
    }
}
