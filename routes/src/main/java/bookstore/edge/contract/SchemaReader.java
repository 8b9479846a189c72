package bookstore.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** Makes validators of the contract's schemas, by the OpenAPI 3.0 dialect of JSON Schema. */
final class SchemaReader {

    private final JsonNode document;
    private final JsonSchemaFactory factory;
    private int parts;
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(SchemaReader::expression)
            .build();

    SchemaReader(JsonNode document) {
        this.document = document;
        this.factory =
                JsonSchemaFactory.getInstance(VersionFlag.V7, builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    }

    /** As ECMA-262 has it, which the contract speaks: {@code $} is the end, not what stands before a last line break. */
    private static RegularExpression expression(String pattern) {
        return Pattern.compile(pattern.replaceFirst("(?<!\\\\)\\$$", "\\\\z")).asPredicate()::test;
    }

    /** Follows a local {@code $ref}. */
    JsonNode resolve(JsonNode node) {
        var ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : resolve(document.at(ref.substring(1)));
    }

    /** The components go along, because a schema that stands alone does not find what it refers to. */
    JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.isObject() ? ((ObjectNode) schema).deepCopy() : JsonNodeFactory.instance.objectNode();
        whole.set("components", document.path("components"));
        var validator = factory.getSchema(SchemaLocation.of("urn:bookstore:part:" + parts++), whole, config);
        // a reference to nowhere is to be found at start
        validator.initializeValidators();
        return validator;
    }
}
