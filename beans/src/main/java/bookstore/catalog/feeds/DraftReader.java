package bookstore.catalog.feeds;

import bookstore.catalog.Draft;
import bookstore.catalog.FeedRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes drafts of JSON, and says in the words of its field what does not fit. */
class DraftReader {

    private final ObjectMapper mapper;
    private final ObjectReader reader;

    DraftReader(ObjectMapper json) {
        this.mapper = json;
        this.reader = json.readerFor(Draft.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    ObjectNode newObject() {
        return mapper.createObjectNode();
    }

    FeedRecord read(long line, String json) {
        try {
            return of(line, reader.readValue(json));
        } catch (JsonMappingException e) {
            return unfit(line, e);
        } catch (JsonProcessingException e) {
            return FeedRecord.unreadable(line, "", "is not JSON, or names a field twice");
        }
    }

    FeedRecord read(long line, JsonNode json) {
        try {
            return of(line, reader.readValue(json));
        } catch (JsonMappingException e) {
            return unfit(line, e);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a tree is read without input", e);
        }
    }

    private static FeedRecord of(long line, Draft draft) {
        return draft == null ? FeedRecord.unreadable(line, "", "is null") : FeedRecord.of(line, draft);
    }

    private static FeedRecord unfit(long line, JsonMappingException e) {
        var field =
                e.getPath().isEmpty() ? "" : String.valueOf(e.getPath().get(0).getFieldName());
        var reason = e instanceof UnrecognizedPropertyException ? "is unknown" : "is not what is expected here";
        return FeedRecord.unreadable(line, field, reason);
    }
}
