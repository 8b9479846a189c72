package bookstore.ordering.commands;

import bookstore.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link TellOrders}.
 *
 * @param orders newest first
 */
public record OrdersTold(List<Order> orders) implements Reply {

    /**
     * Where an order stands.
     *
     * @param status such as {@code ORDER_CONFIRMED}
     * @param total with its currency, such as {@code 12.90 EUR}
     */
    public record Order(UUID orderId, String status, @Nullable String reason, String total, Instant placedAt) {}
}
