package bookstore.edge;

import bookstore.shared.GivenAnswer;
import bookstore.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * JSON at the counter, in and out, by one mapper.
 *
 * <p>What a route leaves as its body is written as JSON with status 200 unless it is bytes, text or a stream already;
 * the verbs here are for every other answer.
 */
public final class Json {

    private static final String CONTENT_TYPE = "application/json";

    private final ObjectMapper mapper;
    private final ObjectReader strict;

    public Json(ObjectMapper mapper) {
        this.mapper = mapper;
        this.strict = mapper.reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The request's body; what does not fit the type is refused as malformed. */
    public <T> T read(Exchange exchange, Class<T> type) {
        var bytes = exchange.getMessage().getBody(byte[].class);
        try {
            return strict.forType(type).readValue(bytes == null ? new byte[0] : bytes);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "malformed-request", "The body is not what is asked for");
        }
    }

    /** Answers 200. */
    public void ok(Exchange exchange, Object body) {
        answer(exchange, 200, body);
    }

    /** Answers 201. */
    public void created(Exchange exchange, String location, Object body) {
        exchange.getMessage().setHeader("Location", location);
        answer(exchange, 201, body);
    }

    /** Answers 202: begun, not done; the location tells how it went. */
    public void accepted(Exchange exchange, String location, @Nullable Object body) {
        exchange.getMessage().setHeader("Location", location);
        answer(exchange, 202, body);
    }

    /** Answers 204. */
    public void noContent(Exchange exchange) {
        answer(exchange, 204, null);
    }

    /** Answers 304: what the caller has is what there is. */
    public void notModified(Exchange exchange) {
        answer(exchange, 304, null);
    }

    /** Answers what was answered before to the same request. */
    public void replay(Exchange exchange, GivenAnswer answer) {
        var message = exchange.getMessage();
        message.setHeader("Idempotent-Replayed", "true");
        message.setHeader("Location", answer.location());
        if (answer.etag() != null) {
            message.setHeader("ETag", answer.etag());
        }
        answer(exchange, answer.status(), new WrittenJson(answer.body()));
    }

    /** Names the version of what is answered, as a strong validator (RFC 9110, section 8.8.3). */
    public static void version(Exchange exchange, long version) {
        exchange.getMessage().setHeader("ETag", "\"" + version + "\"");
    }

    public void answer(Exchange exchange, int status, @Nullable Object body) {
        answer(exchange, status, CONTENT_TYPE, body);
    }

    void problem(Exchange exchange, int status, Map<String, Object> problem) {
        answer(exchange, status, Problem.CONTENT_TYPE, problem);
    }

    private void answer(Exchange exchange, int status, String contentType, @Nullable Object body) {
        var message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.removeHeader(Exchange.CONTENT_TYPE);
        if (body == null) {
            message.setBody(null);
            return;
        }
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        // without this Camel answers in chunks, which costs a write more and hides the length
        message.setHeader(Exchange.HTTP_CHUNKED, false);
        message.setBody(write(body));
    }

    /** A value as text, for where JSON stands inside something else. */
    public String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    byte[] write(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + body.getClass(), e);
        }
    }
}
