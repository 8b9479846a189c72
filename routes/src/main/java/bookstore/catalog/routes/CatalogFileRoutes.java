package bookstore.catalog.routes;

import bookstore.edge.Away;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Feeds from a directory, where somebody who has no token puts them: a publisher's upload, a nightly job. */
class CatalogFileRoutes extends RouteBuilder {

    private static final String TAKEN = "taken";

    private final FeedDesk desk;

    CatalogFileRoutes(FeedDesk desk) {
        this.desk = desk;
    }

    /** A loop, since no error handler tries again what has failed behind {@code transacted()}. */
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("kamelet:book-import-source?directory={{bookstore.catalog.imports.directory}}"
                        + "&autoStartup={{bookstore.catalog.imports.watch}}")
                .routeId("catalog-import-files")
                .routeGroup("catalog")
                .routeDescription(
                        "Take the feeds that are put into the directory, and wait for a database that is away")
                .autoStartup("{{bookstore.catalog.imports.watch}}")
                .loopDoWhile(variable(TAKEN).isNull())
                .doTry()
                .to("direct:catalog-take-file")
                .setVariable(TAKEN, constant(true))
                .doCatch(Exception.class)
                .onWhen(exchange -> Away.isBehind(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)))
                .log(LoggingLevel.WARN, "Feed waits file=${file:name} cause=${exception.message}")
                .delay(2000)
                .end()
                .end();

        from("direct:catalog-take-file")
                .routeId("catalog-take-file")
                .routeGroup("catalog")
                .routeDescription("Take a feed from a file, unless that was done before")
                .transacted(CatalogImportRoutes.TRANSACTION)
                .process(desk::receiveFile);
    }
}
