package bookstore.gateway;

import bookstore.edge.contract.HeaderLines;
import bookstore.shared.Cause;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.slf4j.MDC;

/** Makes of a request that has passed the counter the one that goes on to a service: allow-listed headers, no others. */
final class Forward implements Processor {

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Last-Event-ID",
            "Prefer",
            "Stripe-Signature",
            "X-Guest-Basket");

    /** Exchange property: the request as the cache of last good answers knows it; absent where nothing may be kept. */
    static final String SHAREABLE = "bookstore.shareable";

    private static final String KEY = "Idempotency-Key";
    private static final String CORRELATION_HEADER = "X-Correlation-Id";

    @Override
    public void process(Exchange exchange) {
        var request = exchange.getMessage(PlatformHttpMessage.class).getRequest();
        var traceparent = exchange.getMessage().getHeader(Cause.TRACEPARENT);
        var key = exchange.getMessage().getHeader(KEY);
        var headers = exchange.getMessage().getHeaders();
        headers.clear();
        HEADERS.forEach(name -> {
            HeaderLines.of(request, name).stream().findFirst().ifPresent(line -> headers.put(name, line));
        });
        headers.put(KEY, key);
        headers.put(CORRELATION_HEADER, MDC.get(Cause.CORRELATION_ID));
        headers.put(Cause.TRACEPARENT, traceparent);
        headers.put(Exchange.HTTP_METHOD, request.getMethod());
        headers.put(Exchange.HTTP_PATH, request.getRequestURI());
        headers.put(Exchange.HTTP_QUERY, request.getQueryString());
        headers.values().removeIf(Objects::isNull);
        if (request.getMethod().equals("GET")
                && !headers.containsKey("Authorization")
                && !headers.containsKey("X-Guest-Basket")) {
            exchange.setProperty(
                    SHAREABLE,
                    request.getRequestURI() + "?" + request.getQueryString() + " " + request.getHeader("Accept"));
        }
    }

    /**
     * Whether it does no harm to ask two instances: it only reads, or the service knows it again by its key, which goes
     * on only where the contract declares it. What was a stream has been read by the first.
     */
    static boolean isRepeatable(Exchange exchange) {
        var message = exchange.getMessage();
        return "GET".equals(message.getHeader(Exchange.HTTP_METHOD))
                || message.getHeader(KEY) != null && !(message.getBody() instanceof InputStream);
    }
}
