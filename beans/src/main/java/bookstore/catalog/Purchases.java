package bookstore.catalog;

import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import java.util.UUID;

/** Who has bought what: the catalogue's own copy, fed by events that may come in any order and twice. */
public interface Purchases {

    void add(OrderCreated event);

    void confirm(OrderConfirmed event);

    /** Whether a confirmed order of the buyer has the book. */
    boolean contains(String buyerId, UUID bookId);
}
