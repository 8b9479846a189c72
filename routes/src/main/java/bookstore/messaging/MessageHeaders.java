package bookstore.messaging;

import bookstore.shared.Cause;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * The only headers that cross the broker, in either direction. Anything else stays where it is: Camel's own filter lets
 * {@code Authorization}, mail addresses and the saga's id pass (CVE-2026-85312, CVE-2026-46584).
 */
class MessageHeaders implements HeaderFilterStrategy {

    static final String VERSION = "version";
    static final String ATTEMPT = "attempt";
    static final String FAILURE_CAUSE = "failure-cause";
    static final String FAILURE_ROUTE = "failure-route";
    static final String FAILURE_ENDPOINT = "failure-endpoint";

    private static final Set<String> ALLOWED = Set.of(
            Cause.CORRELATION_ID, Cause.TRACEPARENT, VERSION, ATTEMPT, FAILURE_CAUSE, FAILURE_ROUTE, FAILURE_ENDPOINT);

    /** A number that a header says; what is no number counts as not said, since anybody can publish anything. */
    static int number(Message message, String name, int otherwise) {
        return message.getHeader(name) instanceof Number number ? number.intValue() : otherwise;
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name);
    }
}
