package bookstore.messaging;

import java.time.Instant;
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

        static Cursor parse(String text) {
            var parts = text.split("_", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
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
