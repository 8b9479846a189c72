package bookstore.catalog.routes;

import bookstore.catalog.FirstBooks;
import org.apache.camel.builder.RouteBuilder;

/** What is done at the first start of a shop, so that it can open: books on the shelves, and an index to search. */
class CatalogOpeningRoutes extends RouteBuilder {

    private final FirstBooks firstBooks;

    CatalogOpeningRoutes(FirstBooks firstBooks) {
        this.firstBooks = firstBooks;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from("timer:catalog-first-books?repeatCount=1&delay=0")
                .routeId("catalog-stock-shelves")
                .routeGroup("catalog")
                .routeDescription("Stock the shelves with the books that come with the shop, and have them indexed")
                .autoStartup("{{bookstore.catalog.stock-shelves}}")
                .to("direct:catalog-take-first-books")
                .to("direct:catalog-work-imports")
                .to("direct:catalog-begin-index");

        from("direct:catalog-take-first-books")
                .routeId("catalog-take-first-books")
                .routeGroup("catalog")
                .routeDescription("Take the books that come with the shop, unless that was done before")
                .errorHandler(noErrorHandler())
                .transacted(CatalogImportRoutes.TRANSACTION)
                .process(exchange -> firstBooks.receive());
    }
}
