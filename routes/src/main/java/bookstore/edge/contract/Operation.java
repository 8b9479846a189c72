package bookstore.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/** One thing that can be asked of the shop over HTTP; its id is the id of the route that answers. */
public final class Operation {

    /** For what a payment provider says, whose numbers mean something else and which nobody keeps. */
    static final String MAY_HOLD_CARDS = "x-may-hold-cards";

    private final JsonNode node;
    private final String method;
    private final List<Parameter> parameters;
    private final Map<MediaType, Optional<JsonSchema>> consumes = new LinkedHashMap<>();
    private final Set<MediaType> produces = new TreeSet<>();
    private final Access access;

    Operation(String method, JsonNode pathItem, JsonNode node, JsonNode everywhere, SchemaReader schemas) {
        this.method = method;
        this.node = node;
        this.parameters = Stream.of(pathItem, node)
                .flatMap(
                        holder -> StreamSupport.stream(holder.path("parameters").spliterator(), false))
                .map(schemas::resolve)
                .map(parameter -> Parameter.of(parameter, schemas))
                .toList();
        schemas.resolve(node.path("requestBody")).path("content").properties().forEach(content -> {
            var type = MediaType.parseMediaType(content.getKey());
            consumes.put(
                    type,
                    isJson(type) ? Optional.of(schemas.schema(content.getValue().path("schema"))) : Optional.empty());
        });
        node.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> schemas.resolve(response.getValue()).path("content").properties().stream())
                .forEach(content -> produces.add(MediaType.parseMediaType(content.getKey())));
        this.access = Access.of(node, everywhere);
    }

    public String id() {
        return node.path("operationId").asText();
    }

    /** The context that answers. */
    public String context() {
        return node.path(ContractFiles.CONTEXT).asText();
    }

    public String method() {
        return method;
    }

    /** Who may ask. */
    public Access access() {
        return access;
    }

    /** Whether it may be answered with events as they happen. */
    public boolean streams() {
        return produces.contains(MediaType.TEXT_EVENT_STREAM);
    }

    /** The class of work that this belongs to, where it is not the usual one. */
    public Optional<String> lane() {
        return Optional.of(node.path("x-lane").asText()).filter(lane -> !lane.isEmpty());
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Map<MediaType, Optional<JsonSchema>> consumes() {
        return consumes;
    }

    Set<MediaType> produces() {
        return produces;
    }

    boolean bodyRequired() {
        return node.path("requestBody").path("required").asBoolean();
    }

    /** Most bytes that a body may have. */
    long maxBody(DataSize usual) {
        return node.has("x-max-body")
                ? DataSize.parse(node.path("x-max-body").asText()).toBytes()
                : usual.toBytes();
    }

    /** Whether a request that holds what looks like a card number is to be refused, as it is nearly everywhere. */
    boolean refusesCards() {
        return !node.path(MAY_HOLD_CARDS).asBoolean();
    }

    static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }
}
