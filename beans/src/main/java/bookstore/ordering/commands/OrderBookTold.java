package bookstore.ordering.commands;

import bookstore.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to {@link TellOrderBook}. */
public record OrderBookTold(List<Entry> entries) implements Reply {

    /**
     * Where an order stands.
     *
     * @param status such as {@code ORDER_CONFIRMED}
     * @param totalMinor in the minor unit of the currency
     * @param copies of all its books together
     */
    public record Entry(UUID orderId, String status, long totalMinor, String currency, int copies, Instant changedAt) {}
}
