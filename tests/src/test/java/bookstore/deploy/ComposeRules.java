package bookstore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a compose file must be like. Each rule answers what is wrong, as sentences; none is good. */
final class ComposeRules {

    private static final Pattern PINNED = Pattern.compile(".+:v?\\d+\\.\\d+[\\w.-]*");

    private static final Pattern HOST = Pattern.compile("^(?:.*//)?([a-z]+)(?:[:/].*)?$");

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

    /** Whom the environment names as the host of an address, or by name alone, has to be started along. */
    static List<String> forsaken(JsonNode compose) {
        var services = compose.path("services");
        return complaints(compose, service -> service.path("environment").properties().stream()
                .flatMap(variable -> hosts(variable.getValue().asText()))
                .filter(host -> services.has(host) && services.get(host) != service)
                .filter(host -> !service.path("depends_on").has(host))
                .findFirst()
                .map(host -> "does not start " + host)
                .orElse(null));
    }

    private static Stream<String> hosts(String value) {
        return HOST.matcher(value).results().map(found -> found.group(1));
    }

    /** A service that needs one of another profile cannot be started without that profile, unless it says so. */
    static List<String> outOfReach(JsonNode compose) {
        return complaints(compose, service -> service.path("depends_on").properties().stream()
                .filter(needed -> needed.getValue().path("required").asBoolean(true))
                .filter(needed -> {
                    var theirs = profiles(compose.path("services").path(needed.getKey()));
                    return !theirs.isEmpty() && (profiles(service).isEmpty() || !theirs.containsAll(profiles(service)));
                })
                .findFirst()
                .map(needed -> "needs " + needed.getKey() + " of another profile")
                .orElse(null));
    }

    /** What is published twice if this profile is started: services without a profile are in each. */
    static List<String> sharedPorts(JsonNode compose, String profile) {
        var seen = new HashSet<String>();
        return complaints(compose, service -> {
            var profiles = profiles(service);
            if (!profiles.isEmpty() && !profiles.contains(profile)) {
                return null;
            }
            for (var port : service.path("ports")) {
                var published = port.asText().replaceFirst(":\\d+$", "");
                if (!seen.add(published)) {
                    return "publishes " + published + " again";
                }
            }
            return null;
        });
    }

    static Set<String> profiles(JsonNode service) {
        var profiles = new HashSet<String>();
        service.path("profiles").forEach(profile -> profiles.add(profile.asText()));
        return profiles;
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
