package bookstore.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads {@code openapi/<context>.yaml} of several services and makes one document of them: Camel serves one contract
 * at a base path, and clients read one. The file of the edge itself, with what all share, is always part of it, and so is
 * that of the messages, which every process sends.
 *
 * <p>A file may refer to what all share as {@code edge.yaml#/components/…}.
 */
final class ContractFiles {

    static final String EDGE = "edge";
    private static final String MESSAGING = "messaging";
    /** Extension that says which context's file an operation came from. */
    static final String CONTEXT = "x-context";

    private final ObjectMapper yaml = new YAMLMapper();
    private final ObjectNode merged;

    private ContractFiles() {
        merged = yaml.createObjectNode();
        merged.put("openapi", "3.0.3");
        merged.putObject("info");
        merged.putArray("servers").addObject().put("url", "/api");
        merged.putArray("security");
        merged.putObject("paths");
        merged.putObject("components");
    }

    static ObjectNode merge(String folder, Predicate<String> wanted) {
        var merged = new ContractFiles();
        try {
            var files = new PathMatchingResourcePatternResolver();
            merged.add(files.getResource("classpath:openapi/" + EDGE + ".yaml"));
            Arrays.stream(files.getResources("classpath*:" + folder + "/*.yaml"))
                    .sorted(Comparator.comparing(ContractFiles::contextOf))
                    .filter(file -> isWanted(contextOf(file), wanted))
                    .forEach(merged::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return merged.merged;
    }

    private static boolean isWanted(String context, Predicate<String> wanted) {
        return context.equals(MESSAGING) || !context.equals(EDGE) && wanted.test(context);
    }

    private static String contextOf(Resource file) {
        return Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
    }

    private void add(Resource file) {
        try (var in = file.getInputStream()) {
            var document = (ObjectNode) yaml.readTree(in);
            localize(document);
            var context = contextOf(file);
            if (context.equals(EDGE)) {
                merged.set("info", document.path("info"));
                merged.set("security", document.path("security"));
            }
            document.path("paths")
                    .forEach(item -> item.forEach(operation -> {
                        if (operation instanceof ObjectNode node && node.has("operationId")) {
                            node.put(CONTEXT, context);
                            promiseToRefuseCards(node);
                        }
                    }));
            mergeInto(merged.withObject("/paths"), document.path("paths"), context);
            document.path("components")
                    .properties()
                    .forEach(kind ->
                            mergeInto(merged.withObject("/components/" + kind.getKey()), kind.getValue(), context));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contract of " + contextOf(file), e);
        }
    }

    /** What {@link CardCheck} answers, wherever no file says it. */
    private static void promiseToRefuseCards(ObjectNode operation) {
        var responses = operation.withObject("/responses");
        if (!operation.path(Operation.MAY_HOLD_CARDS).asBoolean() && !responses.has("422")) {
            responses.putObject("422").put("$ref", "#/components/responses/Problem");
        }
    }

    private static void mergeInto(ObjectNode target, JsonNode more, String context) {
        more.properties().forEach(entry -> {
            var before = target.get(entry.getKey());
            if (before != null && !before.equals(entry.getValue())) {
                throw new IllegalStateException(
                        "the contract of " + context + " says something else about " + entry.getKey());
            }
            target.set(entry.getKey(), entry.getValue());
        });
    }

    private static void localize(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref") instanceof TextNode ref) {
            object.put("$ref", ref.textValue().replace(EDGE + ".yaml#", "#"));
        }
        node.forEach(ContractFiles::localize);
    }
}
