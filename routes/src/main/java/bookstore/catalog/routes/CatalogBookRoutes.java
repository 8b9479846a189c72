package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.OnceOnly;

/** The books over HTTP. */
class CatalogBookRoutes extends HttpRoutes {

    private static final String TRANSACTION = "catalog-transaction";

    private final BookDesk desk;
    private final OnceOnly once;

    CatalogBookRoutes(BookDesk desk, OnceOnly once) {
        super("catalog");
        this.desk = desk;
        this.once = once;
    }

    @Override
    protected void operations() {
        answer("catalog-list-books", "List the books on offer").process(desk::list);

        answer("catalog-show-book", "Show a book by its id or ISBN").process(desk::show);

        answer("catalog-add-book", "Add a book")
                .transacted(TRANSACTION)
                .process(once.of("catalog-add-book", desk::add));

        answer("catalog-change-book", "Describe a book anew")
                .transacted(TRANSACTION)
                .process(desk::change);

        answer("catalog-remove-book", "Take a book off").transacted(TRANSACTION).process(desk::remove);
    }
}
