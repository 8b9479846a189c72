package bookstore.inventory.commands;

import bookstore.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to {@link TellReservations}. */
public record ReservationsTold(List<Entry> entries) implements Reply {

    /**
     * What is or was held for an order.
     *
     * @param state such as {@code SOLD}
     * @param copies of all its books together
     */
    public record Entry(UUID orderId, String state, int copies, Instant changedAt) {}
}
