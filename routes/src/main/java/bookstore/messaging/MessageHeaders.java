package bookstore.messaging;

import bookstore.shared.postgres.Outbox;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.slf4j.MDC;

/**
 * The only headers that cross the broker, in either direction. Anything else stays where it is: Camel's own filter lets
 * {@code Authorization}, mail addresses and the saga's id pass (CVE-2026-85312, CVE-2026-46584).
 */
class MessageHeaders implements HeaderFilterStrategy {

    static final String CORRELATION_ID = "correlation-id";
    static final String TRACEPARENT = "traceparent";
    static final String VERSION = "version";
    static final String ATTEMPT = "attempt";
    static final String FAILURE_CAUSE = "failure-cause";
    static final String FAILURE_ROUTE = "failure-route";

    private static final Set<String> ALLOWED =
            Set.of(CORRELATION_ID, TRACEPARENT, VERSION, ATTEMPT, FAILURE_CAUSE, FAILURE_ROUTE);

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name);
    }

    /** What the work of this thread was caused by, as the edge noted it. */
    static Outbox.Envelope cause() {
        var correlationId = MDC.get(CORRELATION_ID);
        var traceparent = MDC.get(TRACEPARENT);
        return new Outbox.Envelope(
                correlationId == null ? UUID.randomUUID().toString() : correlationId,
                traceparent == null ? "" : traceparent);
    }
}
