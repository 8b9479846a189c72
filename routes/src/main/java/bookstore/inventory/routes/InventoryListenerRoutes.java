package bookstore.inventory.routes;

import bookstore.catalog.events.BookCreated;
import bookstore.inventory.Stock;
import bookstore.inventory.commands.ReserveStock;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;

/** What inventory hears. */
class InventoryListenerRoutes extends MessageRoutes {

    private final Stock stock;

    InventoryListenerRoutes(Stock stock) {
        super("inventory");
        this.stock = stock;
    }

    @Override
    protected void listeners() {
        hear(ReserveStock.class, "Hold the books of an order, all or none")
                .process()
                .body(ReserveStock.class, stock::reserve);

        hear(OrderConfirmed.class, "Ship what was held for a confirmed order")
                .process()
                .body(OrderConfirmed.class, stock::ship);

        hear(OrderCancelled.class, "Put back what was held for a cancelled order")
                .process()
                .body(OrderCancelled.class, stock::release);

        hear(BookCreated.class, "Take the first copies of a new book")
                .process()
                .body(BookCreated.class, stock::receive);
    }
}
