package bookstore.ordering.commands;

import bookstore.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to {@link TellMessages}. */
public record MessagesTold(List<Entry> entries) implements Reply {

    /**
     * A message that the broker has taken.
     *
     * @param number rises from message to message
     */
    public record Entry(long number, UUID messageId, String routingKey, Instant sentAt) {}
}
