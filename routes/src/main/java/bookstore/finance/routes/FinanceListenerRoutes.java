package bookstore.finance.routes;

import bookstore.finance.EndedOrders;
import bookstore.finance.Payments;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;

/** What finance hears of orders. */
class FinanceListenerRoutes extends MessageRoutes {

    private final Payments payments;
    private final EndedOrders endedOrders;

    FinanceListenerRoutes(Payments payments, EndedOrders endedOrders) {
        super("finance");
        this.payments = payments;
        this.endedOrders = endedOrders;
    }

    @Override
    protected void listeners() {
        hear(OrderCreated.class, "Open the payment of a new order").process().body(OrderCreated.class, payments::open);

        hear(OrderCancelled.class, "Give back what was or will be taken for a cancelled order")
                .process()
                .body(OrderCancelled.class, payments::cancel)
                .process()
                .body(OrderCancelled.class, endedOrders::cancelled);

        hear(OrderConfirmed.class, "Note that an order was confirmed, to hold its payment against")
                .process()
                .body(OrderConfirmed.class, endedOrders::confirmed);
    }
}
