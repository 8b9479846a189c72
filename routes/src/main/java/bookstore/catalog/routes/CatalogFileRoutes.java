package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;

/** Feeds from a directory, where somebody who has no token puts them: a publisher's upload, a nightly job. */
class CatalogFileRoutes extends RouteBuilder {

    private final FeedDesk desk;

    CatalogFileRoutes(FeedDesk desk) {
        this.desk = desk;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("kamelet:book-import-source?directory={{bookstore.catalog.imports.directory}}")
                .routeId("catalog-import-files")
                .routeGroup("catalog")
                .routeDescription("Take the feeds that are put into the directory")
                .autoStartup("{{bookstore.catalog.imports.watch}}")
                .transacted(CatalogImportRoutes.TRANSACTION)
                .process(desk::receiveFile);
    }
}
