package bookstore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The schemas of Camel K's own kinds, from its CRDs; made strict, and read as JSON Schema. */
final class CamelSchemas {

    private static final String KEEPS_UNKNOWN = "x-kubernetes-preserve-unknown-fields";

    private CamelSchemas() {}

    static JsonNode of(String kind) {
        var file = "/camel.apache.org_" + kind.toLowerCase(Locale.ROOT) + "s.yaml";
        try (var in = Objects.requireNonNull(CamelSchemas.class.getResourceAsStream(file), file)) {
            var definition = Yaml.documents(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .get(0);
            for (var version : definition.at("/spec/versions")) {
                if (version.path("name").asText().equals("v1")) {
                    return strict((ObjectNode) version.at("/schema/openAPIV3Schema"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no v1 in " + file);
    }

    private static JsonNode strict(ObjectNode schema) {
        ((ObjectNode) schema.at("/properties/metadata")).putObject("properties").<ObjectNode>setAll(metadata(schema));
        close(schema);
        return schema;
    }

    private static ObjectNode metadata(ObjectNode schema) {
        var fields = schema.objectNode();
        fields.putObject("name").put("type", "string").put("pattern", "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$");
        for (var map : new String[] {"labels", "annotations"}) {
            fields.putObject(map)
                    .put("type", "object")
                    .putObject("additionalProperties")
                    .put("type", "string");
        }
        return fields;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("properties").isObject()
                    && !schema.has("additionalProperties")
                    && !schema.path(KEEPS_UNKNOWN).asBoolean()) {
                schema.put("additionalProperties", false);
            }
            if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
                schema.remove("type");
            }
            if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
                var type = schema.remove("type");
                schema.putArray("type").add(type).add("null");
            }
        }
        node.forEach(CamelSchemas::close);
    }
}
