package bookstore.ordering.routes;

import bookstore.ordering.Order;
import bookstore.ordering.OrderChanges;
import bookstore.ordering.Orders;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Waits for orders to end. Whoever waits holds a thread of the checkout, so only so many may; with the others one does
 * not wait, as RFC 7240 allows.
 */
final class OrderWatch {

    /** How long a change made by another instance may stay unseen. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Orders orders;
    private final OrderChanges changes;
    private final Semaphore places;

    OrderWatch(Orders orders, OrderChanges changes, int mostWaiting) {
        this.orders = orders;
        this.changes = changes;
        this.places = new Semaphore(mostWaiting);
    }

    /** The order at its end; empty if that does not come in time. */
    Optional<Order> end(UUID orderId, Duration atMost) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return await(orderId, System.nanoTime() + atMost.toNanos());
        } finally {
            changes.leave(orderId);
            places.release();
        }
    }

    private Optional<Order> await(UUID orderId, long until) {
        while (true) {
            var change = changes.next(orderId);
            var order = orders.findAny(orderId).filter(found -> found.status().isEnd());
            var left = Duration.ofNanos(until - System.nanoTime());
            if (order.isPresent() || left.isNegative() || Thread.currentThread().isInterrupted()) {
                return order;
            }
            OrderChanges.await(change, left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }
}
