package bookstore.inventory.routes;

import bookstore.edge.HttpRoutes;

/** The shelf count over HTTP. */
class InventoryStockRoutes extends HttpRoutes {

    private final StockDesk desk;

    InventoryStockRoutes(StockDesk desk) {
        super("inventory");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("inventory-show-stock", "Show how many copies of a book there are")
                .process(desk::show);

        answer("inventory-count-stock", "Say how many copies of a book there really are")
                .process(desk::count);
    }
}
