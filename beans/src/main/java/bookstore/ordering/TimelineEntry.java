package bookstore.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an order.
 *
 * @param version of the order after the step; counts from 1
 * @param event what happened, such as {@code PaymentProcessed}
 * @param from state before, null for the first
 */
public record TimelineEntry(
        int version, Instant at, String event, @Nullable OrderStatus from, OrderStatus to, @Nullable String reason) {}
