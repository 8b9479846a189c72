package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.OnceOnly;

/** Authors, categories or publishers over HTTP: the same five operations for each kind. */
class CatalogHeadingRoutes extends HttpRoutes {

    private static final String TRANSACTION = "catalog-transaction";

    private final HeadingDesk desk;
    private final OnceOnly once;

    CatalogHeadingRoutes(HeadingDesk desk, OnceOnly once) {
        super("catalog");
        this.desk = desk;
        this.once = once;
    }

    @Override
    protected void operations() {
        answer("catalog-list-" + desk.many(), "List the " + desk.many() + " by name")
                .process(desk::list);

        answer("catalog-show-" + desk.one(), "Show one of the " + desk.many()).process(desk::show);

        answer("catalog-add-" + desk.one(), "Add to the " + desk.many())
                .transacted(TRANSACTION)
                .process(once.of("catalog-add-" + desk.one(), desk::add));

        answer("catalog-rename-" + desk.one(), "Rename one of the " + desk.many() + ", on all books")
                .transacted(TRANSACTION)
                .process(desk::rename);

        answer("catalog-remove-" + desk.one(), "Remove one of the " + desk.many() + " without books")
                .transacted(TRANSACTION)
                .process(desk::remove);
    }
}
