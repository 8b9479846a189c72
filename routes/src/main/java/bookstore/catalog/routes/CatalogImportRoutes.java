package bookstore.catalog.routes;

import bookstore.catalog.Importer;
import org.apache.camel.builder.RouteBuilder;

/**
 * Puts feeds on the shelves, a batch a transaction, woken by a new feed; a poll finds what another instance has left.
 */
class CatalogImportRoutes extends RouteBuilder {

    static final String TRANSACTION = "catalog-transaction";

    /** Where a new feed is announced. One word waits at most; more would say the same. */
    static final String WAKE = "seda:catalog-wake-imports?size=1&discardWhenFull=true";

    private final Importer importer;
    private final int batch;

    CatalogImportRoutes(Importer importer, int batch) {
        this.importer = importer;
        this.batch = batch;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from(WAKE)
                .routeId("catalog-wake-imports")
                .routeGroup("catalog")
                .routeDescription("Put a feed on the shelves that has just come")
                .to("direct:catalog-work-imports");

        from("timer:catalog-imports?period={{bookstore.catalog.imports.poll}}")
                .routeId("catalog-poll-imports")
                .routeGroup("catalog")
                .routeDescription("Go on with feeds that somebody has left")
                .to("direct:catalog-work-imports");

        from("direct:catalog-work-imports")
                .routeId("catalog-work-imports")
                .routeGroup("catalog")
                .routeDescription("Put records on the shelves until none is left")
                .errorHandler(noErrorHandler())
                .setBody(constant(true))
                .loopDoWhile(body())
                .breakOnShutdown()
                .to("direct:catalog-import-batch")
                .end();

        from("direct:catalog-import-batch")
                .routeId("catalog-import-batch")
                .routeGroup("catalog")
                .routeDescription("Put a batch of records on the shelves")
                .errorHandler(noErrorHandler())
                .transacted(TRANSACTION)
                .setBody(exchange -> importer.work(batch));
    }
}
