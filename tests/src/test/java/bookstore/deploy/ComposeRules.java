package bookstore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a compose file must be like. Each rule answers what is wrong, as sentences; none is good. */
final class ComposeRules {

    private static final Pattern PINNED = Pattern.compile(".+:v?\\d+\\.\\d+[\\w.-]*");

    private ComposeRules() {}

    static List<String> looseImages(JsonNode compose) {
        return complaints(
                compose,
                service -> PINNED.matcher(service.path("image").asText()).matches() ? null : "has no pinned image");
    }

    static List<String> unwatched(JsonNode compose) {
        return complaints(compose, service -> service.at("/healthcheck/test").isArray() ? null : "has no health check");
    }

    static List<String> openPorts(JsonNode compose) {
        return complaints(compose, service -> {
            for (var port : service.path("ports")) {
                if (!port.asText().startsWith("127.0.0.1:")) {
                    return "is open to the world: " + port.asText();
                }
            }
            return null;
        });
    }

    static List<String> hastyStarts(JsonNode compose) {
        return complaints(compose, service -> service.path("depends_on").properties().stream()
                .filter(needed -> !compose.path("services").has(needed.getKey())
                        || !needed.getValue().path("condition").asText().equals("service_healthy"))
                .findFirst()
                .map(needed -> "does not wait for " + needed.getKey())
                .orElse(null));
    }

    /** Of the services that are the shop, which are those that are built. */
    static List<String> unknownVariables(JsonNode compose, KnownProperties known) {
        return complaints(
                compose, service -> !service.has("build") ? null : unknown(service.path("environment"), known));
    }

    static String unknown(JsonNode variables, KnownProperties known) {
        return variables.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "sets what nobody reads: " + name)
                .orElse(null);
    }

    private static List<String> complaints(JsonNode compose, Function<JsonNode, String> rule) {
        var complaints = new ArrayList<String>();
        compose.path("services").properties().forEach(service -> {
            var complaint = rule.apply(service.getValue());
            if (complaint != null) {
                complaints.add(service.getKey() + " " + complaint);
            }
        });
        return complaints;
    }
}
