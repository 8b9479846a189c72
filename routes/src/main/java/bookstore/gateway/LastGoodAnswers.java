package bookstore.gateway;

import bookstore.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was last answered to everybody's questions, for when nobody answers. Marked as what it is: {@code X-Cache: STALE}
 * and its {@code Age}. Only what any guest may see is kept.
 */
final class LastGoodAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(LastGoodAnswers.class);
    private static final int MOST_ANSWERS = 2000;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OLDEST_SECONDS = 3600;

    private record Answer(byte[] body, Map<String, Object> headers, long at) {

        long age() {
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - at);
        }
    }

    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    };

    /** Takes the answer as it came, and keeps it if it is good for everybody. */
    void keep(Exchange exchange) {
        var message = exchange.getMessage();
        var body = message.getBody(byte[].class);
        message.setBody(body);
        message.setHeader(Exchange.HTTP_CHUNKED, false);
        var key = exchange.getProperty(Forward.SHAREABLE, String.class);
        if (key != null && body != null && body.length <= MOST_BYTES && isGood(message.getHeaders())) {
            var headers = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(message.getHeaders());
            put(key, new Answer(body, headers, System.nanoTime()));
        }
    }

    /** That it is not to be stored does not count: Spring Security says so of every answer. */
    private static boolean isGood(Map<String, Object> headers) {
        var caching = String.valueOf(headers.get("Cache-Control"));
        return Integer.valueOf(200).equals(headers.get(Exchange.HTTP_RESPONSE_CODE))
                && !caching.contains("private")
                && !headers.containsKey("X-Guest-Basket");
    }

    /** Answers from what was kept; without that the caller is to try again. */
    void answer(Exchange exchange) {
        LOG.warn("Service away cause={}", String.valueOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)));
        var known = get(exchange.getProperty(Forward.SHAREABLE, String.class));
        if (known == null || known.age() > OLDEST_SECONDS) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE, "unavailable", "A part of the shop is not there for the moment");
        }
        exchange.setException(null);
        var message = exchange.getMessage();
        message.setHeaders(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        message.getHeaders().putAll(known.headers());
        message.setHeader("X-Cache", "STALE");
        message.setHeader("Age", known.age());
        message.setBody(known.body());
    }

    private synchronized void put(String key, Answer answer) {
        answers.put(key, answer);
    }

    private synchronized @Nullable Answer get(@Nullable String key) {
        return key == null ? null : answers.get(key);
    }
}
