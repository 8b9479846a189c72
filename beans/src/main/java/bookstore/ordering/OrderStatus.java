package bookstore.ordering;

import java.util.Set;

/** Where an order stands. There are no other edges than these. */
public enum OrderStatus {
    ORDER_INITIATED,
    PAYMENT_PENDING,
    PAYMENT_COMPLETED,
    PAYMENT_FAILED,
    COMPENSATION_STARTED,
    ORDER_CONFIRMED,
    ORDER_CANCELLED;

    public boolean canBecome(OrderStatus next) {
        return next().contains(next);
    }

    public boolean isEnd() {
        return next().isEmpty();
    }

    /** Whether the buyer may still call the order off. */
    public boolean isCancellable() {
        return this == PAYMENT_PENDING || this == PAYMENT_COMPLETED;
    }

    private Set<OrderStatus> next() {
        return switch (this) {
            case ORDER_INITIATED -> Set.of(PAYMENT_PENDING);
            case PAYMENT_PENDING -> Set.of(PAYMENT_COMPLETED, PAYMENT_FAILED);
            case PAYMENT_COMPLETED -> Set.of(ORDER_CONFIRMED, COMPENSATION_STARTED);
            case PAYMENT_FAILED, COMPENSATION_STARTED -> Set.of(ORDER_CANCELLED);
            case ORDER_CONFIRMED, ORDER_CANCELLED -> Set.of();
        };
    }
}
