package bookstore.basket.routes;

import bookstore.basket.Shopping;
import bookstore.basket.commands.FillBasket;
import bookstore.basket.commands.ReadBasket;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.events.OrderCreated;

/** What the basket is asked, and what it hears of orders. */
class BasketListenerRoutes extends MessageRoutes {

    private final Shopping shopping;

    BasketListenerRoutes(Shopping shopping) {
        super("basket");
        this.shopping = shopping;
    }

    @Override
    protected void listeners() {
        reply(ReadBasket.class, "Say what is in a buyer's basket", shopping::read);

        reply(FillBasket.class, "Lay the books of an earlier order aside again", shopping::fill);

        hear(OrderCreated.class, "Empty the basket that was ordered")
                .process()
                .body(OrderCreated.class, shopping::ordered);
    }
}
