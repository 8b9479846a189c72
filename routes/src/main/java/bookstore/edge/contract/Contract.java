package bookstore.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that the running services promise over HTTP. */
public final class Contract {

    /** Where every path begins. */
    public static final String BASE_PATH = "/api";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final ObjectNode document;
    private final List<PathItem> paths = new ArrayList<>();

    private Contract(ObjectNode document) {
        this.document = document;
        var schemas = new SchemaReader(document);
        document.path("paths")
                .properties()
                .forEach(path -> paths.add(new PathItem(
                        PathTemplate.of(path.getKey()),
                        operations(path.getValue(), document.path("security"), schemas))));
        paths.sort((one, other) -> one.template().compareTo(other.template()));
    }

    private static Map<String, Operation> operations(JsonNode item, JsonNode security, SchemaReader schemas) {
        var operations = new TreeMap<String, Operation>();
        METHODS.stream().filter(item::has).forEach(name -> {
            var method = name.toUpperCase(Locale.ROOT);
            operations.put(method, new Operation(method, item, item.path(name), security, schemas));
        });
        return operations;
    }

    /**
     * Reads and merges the files of a folder on the classpath.
     *
     * @param wanted which contexts' files count
     */
    public static Contract read(String folder, Predicate<String> wanted) {
        return new Contract(ContractFiles.merge(folder, wanted));
    }

    /** The merged OpenAPI document. */
    public String document() {
        return document.toString();
    }

    /**
     * The document without what is checked here: paths, methods and operations. Camel resolves every reference of what
     * it reads, which a schema that contains itself does not survive.
     */
    public String skeleton() {
        var skeleton = document.deepCopy();
        skeleton.remove(List.of("components", "security"));
        skeleton.path("paths").forEach(item -> {
            ((ObjectNode) item).retain(METHODS);
            item.forEach(operation -> ((ObjectNode) operation)
                    .retain("operationId", "summary")
                    .putObject("responses")
                    .putObject("200")
                    .put("description", ""));
        });
        return skeleton.toString();
    }

    public Collection<Operation> operations() {
        return paths.stream()
                .flatMap(path -> path.operations().values().stream())
                .toList();
    }

    /** Finds what a request asks for; an unknown path is 404, a known one with another method 405. */
    public Call find(String method, String rawPath) {
        var path = rawPath.startsWith(BASE_PATH + "/") ? rawPath.substring(BASE_PATH.length()) : "";
        for (var item : paths) {
            var values = item.template().match(path);
            if (values.isPresent()) {
                return new Call(item.operation(method), values.get());
            }
        }
        throw Rejection.of(404, "not-found", "Nothing is here");
    }

    /** Whether an operation is at this path, and who may call it. */
    public Optional<Operation> peek(String method, String rawPath) {
        try {
            return Optional.of(find(method, rawPath).operation());
        } catch (Rejection nothing) {
            return Optional.empty();
        }
    }

    /**
     * An operation and where its path was called.
     *
     * @param pathValues decoded values of the path's parameters
     */
    public record Call(Operation operation, Map<String, String> pathValues) {}

    private record PathItem(PathTemplate template, Map<String, Operation> operations) {

        Operation operation(String method) {
            var operation = operations.get(method.equals("HEAD") ? "GET" : method);
            if (operation == null) {
                throw new Rejection(
                        405,
                        "method-not-allowed",
                        method + " is not offered here",
                        List.of(),
                        Map.of("Allow", allow()));
            }
            return operation;
        }

        private String allow() {
            var more = operations.containsKey("GET") ? Stream.of("HEAD", "OPTIONS") : Stream.of("OPTIONS");
            return String.join(
                    ", ", Stream.concat(operations.keySet().stream(), more).toList());
        }
    }
}
