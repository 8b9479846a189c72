package bookstore.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One parameter that an operation takes.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param type of the schema; of its items if {@code list}
 * @param fallback the schema's default
 */
record Parameter(
        String name,
        String in,
        boolean required,
        String type,
        boolean list,
        @Nullable Object fallback,
        JsonSchema schema) {

    static Parameter of(JsonNode node, SchemaReader schemas) {
        var schema = schemas.resolve(node.path("schema"));
        var list = schema.path("type").asText().equals("array");
        var type = list ? schemas.resolve(schema.path("items")).path("type") : schema.path("type");
        return new Parameter(
                node.path("name").asText(),
                node.path("in").asText(),
                node.path("required").asBoolean(),
                type.asText("string"),
                list,
                value(schema.path("default")),
                schemas.schema(node.path("schema")));
    }

    String pointer() {
        return in + "/" + name;
    }

    /** What the text says, as the contract's type; text that is no such thing stays text, which the schema refuses. */
    JsonNode read(List<String> values) {
        if (!list) {
            return values.size() == 1 ? scalar(values.get(0)) : texts(values);
        }
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(scalar(value)));
        return array;
    }

    private static JsonNode texts(List<String> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private JsonNode scalar(String text) {
        return switch (type) {
            case "integer" -> text.matches("-?\\d{1,18}") ? LongNode.valueOf(Long.parseLong(text)) : new TextNode(text);
            case "number" ->
                text.matches("-?\\d{1,18}(\\.\\d{1,10})?")
                        ? DecimalNode.valueOf(new BigDecimal(text))
                        : new TextNode(text);
            case "boolean" ->
                text.matches("true|false") ? BooleanNode.valueOf(text.equals("true")) : new TextNode(text);
            default -> new TextNode(text);
        };
    }

    /** The value as routes see it: text, number, truth, or a list of them. */
    static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : node.decimalValue();
            case ARRAY ->
                StreamSupport.stream(node.spliterator(), false)
                        .map(Parameter::value)
                        .toList();
            default -> null;
        };
    }
}
