package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.OnceOnly;

/** Reviews over HTTP. */
class CatalogReviewRoutes extends HttpRoutes {

    private static final String TRANSACTION = "catalog-transaction";

    private final ReviewDesk desk;
    private final OnceOnly once;

    CatalogReviewRoutes(ReviewDesk desk, OnceOnly once) {
        super("catalog");
        this.desk = desk;
        this.once = once;
    }

    @Override
    protected void operations() {
        answer("catalog-list-reviews", "List what buyers think of a book").process(desk::list);

        answer("catalog-write-review", "Take what a buyer thinks of a book")
                .transacted(TRANSACTION)
                .process(once.of("catalog-write-review", desk::write));

        answer("catalog-remove-review", "Take a review back")
                .transacted(TRANSACTION)
                .process(desk::remove);
    }
}
