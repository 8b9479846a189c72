package bookstore.messaging;

import bookstore.shared.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param consumer a queue, or a context for all of its queues; null for all
 * @param cause part of the cause, in any case; null for all
 */
record DeadLetterFilter(@Nullable String consumer, @Nullable String cause, ParkedMessage.State state) {

    static DeadLetterFilter parked(@Nullable String consumer, @Nullable String cause) {
        return new DeadLetterFilter(consumer, cause, ParkedMessage.State.PARKED);
    }

    /** The place after which a page begins: the last entry seen, by its time and id. */
    record Cursor(Instant lastAt, UUID id) {

        /** @throws Refusal if there can be no such time or id, though it looks like one */
        static Cursor parse(String text) {
            var parts = text.split("_", 2);
            try {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw new Refusal(Refusal.Kind.MALFORMED, "malformed-request", "\"after\" is no place in this list");
            }
        }

        static Cursor of(ParkedMessage message) {
            return new Cursor(message.lastAt(), message.id());
        }

        @Override
        public String toString() {
            return lastAt + "_" + id;
        }
    }
}
