package bookstore.catalog;

import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import java.util.UUID;

/** Who has ordered and bought what: the catalogue's own copy, fed by events that may come in any order and twice. */
public interface Purchases {

    void add(OrderCreated event);

    void confirm(OrderConfirmed event);

    void cancel(OrderCancelled event);

    /** Whether a confirmed order of the buyer has the book. */
    boolean contains(String buyerId, UUID bookId);

    /** Whether an order of the book is still on its way to being confirmed or cancelled. */
    boolean isWaitedFor(UUID bookId);
}
