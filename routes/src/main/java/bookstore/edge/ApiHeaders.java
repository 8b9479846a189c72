package bookstore.edge;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * The only headers that pass between HTTP and a message by themselves. Camel's own filter lets the saga's id in and
 * echoes {@code Authorization} and cookies back; declared parameters are put in by {@link ContractDispatch} instead.
 */
final class ApiHeaders implements HeaderFilterStrategy {

    static final Set<String> IN = Set.of("traceparent", "tracestate");
    private static final Set<String> OUT = Set.of(
            "age",
            "allow",
            "cache-control",
            "content-disposition",
            "content-language",
            "etag",
            "idempotent-replayed",
            "last-modified",
            "link",
            "location",
            "preference-applied",
            "ratelimit-limit",
            "ratelimit-policy",
            "ratelimit-remaining",
            "ratelimit-reset",
            "retry-after",
            "vary",
            "x-cache",
            "x-guest-basket");

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name.toLowerCase(Locale.ROOT));
    }
}
