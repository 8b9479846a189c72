package bookstore.edge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;

/**
 * Why a request was not done, as RFC 9457 has it.
 *
 * @param code last part of the {@code type}
 * @param detail for the caller's eyes: no class names, no SQL
 * @param more further members, such as {@code errors}
 * @param headers that belong to the status, such as {@code Retry-After}
 */
record Problem(int status, String code, String detail, Map<String, Object> more, Map<String, String> headers) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of(), Map.of());
    }

    /** A part that is needed is down for the moment. */
    static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", detail, Map.of(), Map.of("Retry-After", "2"));
    }

    /** What the server itself, which knows of no contract, has to say. */
    static Problem ofServer(int status) {
        var known = HttpStatus.resolve(status);
        var shown = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        var name = shown.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        var detail = "The server says: " + shown.getReasonPhrase();
        return shown == HttpStatus.SERVICE_UNAVAILABLE ? unavailable(detail) : of(shown.value(), name, detail);
    }

    /** The members in the order of the RFC; the trace id leads to the log lines that tell the rest. */
    Map<String, Object> body() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "/problems/" + code);
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        members.put("traceId", Trace.id(MDC.get(Trace.TRACEPARENT)));
        members.putAll(more);
        return members;
    }

    private String title() {
        var known = HttpStatus.resolve(status);
        return known == null ? "Problem" : known.getReasonPhrase();
    }
}
