package bookstore.notification.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The facts of a letter as JSON. */
record Facts(ObjectMapper json) {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    String write(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts that are not text, number, list or map", e);
        }
    }

    Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts that were not written here", e);
        }
    }
}
