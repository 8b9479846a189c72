package bookstore.notification.commands;

import bookstore.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to {@link TellMails}. */
public record MailsTold(List<Entry> entries) implements Reply {

    /**
     * The mails about an order, whether they are sent already or not.
     *
     * @param kinds such as {@code ORDER_CREATED ORDER_CONFIRMED}
     * @param queuedAt when the latest of them was
     */
    public record Entry(UUID orderId, String kinds, Instant queuedAt) {}
}
