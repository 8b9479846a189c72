package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;

/** The books over HTTP. */
class CatalogBookRoutes extends HttpRoutes {

    private static final String TRANSACTION = "catalog-transaction";

    private final BookDesk desk;

    CatalogBookRoutes(BookDesk desk) {
        super("catalog");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("catalog-list-books", "List the books on offer").process(desk::list);

        answer("catalog-show-book", "Show a book by its id or ISBN").process(desk::show);

        answer("catalog-add-book", "Add a book").transacted(TRANSACTION).process(desk::add);

        answer("catalog-change-book", "Describe a book anew")
                .transacted(TRANSACTION)
                .process(desk::change);

        answer("catalog-remove-book", "Take a book off").transacted(TRANSACTION).process(desk::remove);
    }
}
