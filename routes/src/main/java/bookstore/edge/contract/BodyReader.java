package bookstore.edge.contract;

import bookstore.edge.contract.Rejection.Fault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * Reads bodies within limits. JSON is parsed and held against its schema at once; anything else goes on as a stream
 * that counts. Bytes are counted, not announced: a chunked body has no length to trust.
 */
final class BodyReader {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(64 * 1024)
            .maxNumberLength(32)
            .maxNameLength(200)
            .build();

    private final DataSize usual;
    private final ObjectMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    BodyReader(DataSize usual) {
        this.usual = usual;
    }

    Object read(Operation operation, MediaType type, HttpServletRequest request) {
        var limit = operation.maxBody(usual);
        if (request.getContentLengthLong() > limit) {
            throw Rejection.tooLarge(limit);
        }
        try {
            var schema = Objects.requireNonNull(operation.consumes().get(type));
            if (schema.isEmpty()) {
                return new CountedStream(request.getInputStream(), limit);
            }
            var bytes = new CountedStream(request.getInputStream(), limit).readAllBytes();
            var body = parse(bytes);
            CardCheck.check(operation, body);
            var faults = RequestCheck.faults(schema.get(), body, "#");
            if (!faults.isEmpty()) {
                throw Rejection.malformed(faults);
            }
            return bytes;
        } catch (IOException e) {
            throw Rejection.malformed("#", "the body broke off");
        }
    }

    private JsonNode parse(byte[] bytes) throws IOException {
        try {
            var node = strict.readTree(bytes);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw Rejection.malformed(List.of(new Fault("#", words(e))));
        }
        throw Rejection.malformed("#", "a body is required");
    }

    /** Says where, but not in the parser's words, which quote the body and name classes. */
    private static String words(JsonProcessingException e) {
        var place = e.getLocation() == null
                ? ""
                : " near line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return "is not JSON that is read here: broken, too deep or too long, or a name twice" + place;
    }
}
