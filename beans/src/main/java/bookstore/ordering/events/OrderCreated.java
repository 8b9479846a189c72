package bookstore.ordering.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A buyer has placed an order and waits for it; nothing is paid and nothing reserved yet.
 *
 * @param paymentToken names a payment method at the provider; never a card number
 * @param totalMinor the sum to be taken, in the minor unit of the currency
 * @param basketId of the basket that the order was made from
 * @param basketVersion of it at that time
 */
public record OrderCreated(
        UUID orderId,
        String buyerId,
        String email,
        String paymentToken,
        long totalMinor,
        String currency,
        List<Line> lines,
        String basketId,
        long basketVersion,
        Instant createdAt)
        implements DomainEvent {
    /** How many copies of one book, 1 to 99. */
    public record Line(UUID bookId, String title, int quantity, long unitMinor) {}
}
