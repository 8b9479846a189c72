package bookstore.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter on the desk.
 *
 * @param consumer the queue that it was meant for
 * @param attempts how often its handling was tried before it was given up
 * @param times how often it has been given up
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
        int attempts,
        int times,
        State state,
        String correlationId,
        String traceparent,
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
                attempts,
                times,
                state,
                correlationId,
                traceparent,
                firstAt,
                lastAt,
                other);
    }
}
