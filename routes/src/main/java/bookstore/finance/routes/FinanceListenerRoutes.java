package bookstore.finance.routes;

import bookstore.finance.Payments;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderCreated;

/** What finance hears of orders. */
class FinanceListenerRoutes extends MessageRoutes {

    private final Payments payments;

    FinanceListenerRoutes(Payments payments) {
        super("finance");
        this.payments = payments;
    }

    @Override
    protected void listeners() {
        hear(OrderCreated.class, "Open the payment of a new order").process().body(OrderCreated.class, payments::open);

        hear(OrderCancelled.class, "Give back what was or will be taken for a cancelled order")
                .process()
                .body(OrderCancelled.class, payments::cancel);
    }
}
