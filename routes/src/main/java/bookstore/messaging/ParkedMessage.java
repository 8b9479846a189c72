package bookstore.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter on the desk.
 *
 * @param consumer the queue that it was meant for; {@code unrouted} if there was none
 * @param failedAt the last endpoint that was called when it failed, {@code kamelet://sink} for the listener itself;
 *     empty where the broker gave it up
 * @param attempts how often its handling was tried before it was given up
 * @param times how often it has been given up
 * @param exchange where a replay publishes it; empty for the consumer's queue itself
 * @param body the message as it came, which need not be JSON; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedMessage(
        UUID id,
        String consumer,
        String messageId,
        String type,
        int version,
        String cause,
        String failedRoute,
        String failedAt,
        int attempts,
        int times,
        State state,
        String correlationId,
        String traceparent,
        String exchange,
        String routingKey,
        Instant firstAt,
        Instant lastAt,
        @Nullable String body) {

    /** What has been decided about a dead letter. */
    enum State {
        PARKED,
        REPLAYED,
        DISCARDED
    }

    ParkedMessage withBody(String other) {
        return new ParkedMessage(
                id,
                consumer,
                messageId,
                type,
                version,
                cause,
                failedRoute,
                failedAt,
                attempts,
                times,
                state,
                correlationId,
                traceparent,
                exchange,
                routingKey,
                firstAt,
                lastAt,
                other);
    }
}
