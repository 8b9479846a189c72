package bookstore.finance;

import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;

/** Finance's own note of how orders ended, to hold the payments against. */
public interface EndedOrders {

    void confirmed(OrderConfirmed event);

    void cancelled(OrderCancelled event);
}
