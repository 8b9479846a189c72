package bookstore.shared;

import java.util.Objects;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * What the work of this thread was caused by. The edge and the listeners note it in the logging context; the outbox
 * passes it on, so that a request can be followed to the last mail.
 *
 * @param correlationId of the request that began it all
 * @param traceparent W3C trace context, empty if there is none
 */
public record Cause(String correlationId, String traceparent) {

    public static final String CORRELATION_ID = "correlation-id";
    public static final String TRACEPARENT = "traceparent";

    /** The present cause; work that nobody asked for is its own. */
    public static Cause current() {
        var correlationId = MDC.get(CORRELATION_ID);
        var traceparent = Objects.requireNonNullElse(MDC.get(TRACEPARENT), "");
        return new Cause(correlationId == null ? UUID.randomUUID().toString() : correlationId, traceparent);
    }

    /** Makes this the cause of what the thread does next. */
    public void apply() {
        MDC.put(CORRELATION_ID, correlationId);
        MDC.put(TRACEPARENT, traceparent);
    }
}
