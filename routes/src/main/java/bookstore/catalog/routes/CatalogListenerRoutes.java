package bookstore.catalog.routes;

import bookstore.catalog.Purchases;
import bookstore.catalog.StockKeeper;
import bookstore.inventory.events.StockChanged;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;

/** What the catalog hears of others. */
class CatalogListenerRoutes extends MessageRoutes {

    private final StockKeeper stock;
    private final Purchases purchases;

    CatalogListenerRoutes(StockKeeper stock, Purchases purchases) {
        super("catalog");
        this.stock = stock;
        this.purchases = purchases;
    }

    @Override
    protected void listeners() {
        hear(StockChanged.class, "Note how many copies of a book can be sold")
                .process()
                .body(StockChanged.class, stock::note);

        hear(OrderCreated.class, "Note who has ordered which books").process().body(OrderCreated.class, purchases::add);

        hear(OrderConfirmed.class, "Note that the books of an order are bought, so that they may be reviewed")
                .process()
                .body(OrderConfirmed.class, purchases::confirm);

        hear(OrderCancelled.class, "Note that nobody waits for the books of an order any more")
                .process()
                .body(OrderCancelled.class, purchases::cancel);
    }
}
