package bookstore.saga;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.slf4j.MDC;

/**
 * The logging context in which a saga is begun, kept with it so that its undo steps, perhaps days later in another
 * process, are logged and traced as what they are: part of the same request.
 */
final class LogContext {

    private static final String TRACEPARENT = "traceparent";

    private LogContext() {}

    /** Camel's own entries are left out, they tell of one exchange only. */
    static Map<String, String> of(Exchange exchange) {
        var context = new HashMap<String, String>();
        var present = MDC.getCopyOfContextMap();
        if (present != null) {
            context.putAll(present);
        }
        context.keySet().removeIf(key -> key.startsWith("camel."));
        context.values().removeIf(value -> value == null);
        var traceparent = exchange.getMessage().getHeader(TRACEPARENT, String.class);
        if (traceparent != null) {
            context.putIfAbsent(TRACEPARENT, traceparent);
        }
        return context;
    }

    /** To be called on a worker's thread, which is cleared when the saga is put down. */
    static void restore(String sagaId, Map<String, String> context) {
        MDC.setContextMap(context);
        MDC.put("saga-id", sagaId);
    }

    /** Camel's tracing looks for its parent in the message. */
    static void pass(Exchange exchange) {
        var traceparent = MDC.get(TRACEPARENT);
        if (traceparent != null && !traceparent.isEmpty()) {
            exchange.getMessage().setHeader(TRACEPARENT, traceparent);
        }
    }
}
