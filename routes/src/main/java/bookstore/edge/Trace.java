package bookstore.edge;

import bookstore.shared.CardNumber;
import io.opentelemetry.api.trace.Span;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a request is followed through routes, messages and logs.
 *
 * @param correlationId ours or the caller's
 * @param traceparent W3C Trace Context, level 1
 */
record Trace(String correlationId, String traceparent) {

    static final String CORRELATION_HEADER = "X-Correlation-Id";
    static final String CORRELATION_ID = "correlation-id";
    static final String TRACEPARENT = "traceparent";

    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Takes what the caller sent if it is well formed and no card number, and makes the rest. Where a span of that trace has begun
     * already, what follows is that span's child.
     */
    static Trace of(@Nullable String correlationId, @Nullable String traceparent) {
        return new Trace(
                correlationId != null && CORRELATION.matcher(correlationId).matches() && !CardNumber.isIn(correlationId)
                        ? correlationId
                        : UUID.randomUUID().toString(),
                present(id(traceparent)).orElseGet(() -> id(traceparent).isEmpty() ? made() : traceparent));
    }

    private static Optional<String> present(String callers) {
        var span = Span.current().getSpanContext();
        return span.isValid() && (callers.isEmpty() || callers.equals(span.getTraceId()))
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }

    private static String made() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        bytes[0] |= 1;
        bytes[16] |= 1;
        var hex = HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }

    static String id(@Nullable String traceparent) {
        return traceparent == null || !PARENT.matcher(traceparent).matches() ? "" : traceparent.substring(3, 35);
    }
}
