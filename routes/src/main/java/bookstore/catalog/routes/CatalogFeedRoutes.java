package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.OnceOnly;
import org.apache.camel.ExchangePattern;

/** Feeds over HTTP: kept in the request's transaction, put on the shelves after it. */
class CatalogFeedRoutes extends HttpRoutes {

    private final FeedDesk desk;
    private final OnceOnly once;

    CatalogFeedRoutes(FeedDesk desk, OnceOnly once) {
        super("catalog");
        this.desk = desk;
        this.once = once;
    }

    @Override
    protected void operations() {
        answer("catalog-receive-feed", "Take a feed of books, to be put on the shelves afterwards")
                .to("direct:catalog-keep-feed")
                .to(ExchangePattern.InOnly, CatalogImportRoutes.WAKE);

        from("direct:catalog-keep-feed")
                .routeId("catalog-keep-feed")
                .routeGroup("catalog")
                .routeDescription("Keep the records of a feed, all or none")
                .transacted(CatalogImportRoutes.TRANSACTION)
                .process(once.of("catalog-receive-feed", desk::receive));

        answer("catalog-show-import", "Show how far an import has come").process(desk::show);
    }
}
