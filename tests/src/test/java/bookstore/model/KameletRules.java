package bookstore.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.util.StringHelper;

/** What a Kamelet must say of the broker's endpoints. Each rule answers what is wrong, as sentences; none is good. */
final class KameletRules {

    private static final String BROKER = "spring-rabbitmq:";

    /** An endpoint's options, those in its URI and those below it. */
    private record Options(Map<String, String> values) {

        static Options of(JsonNode endpoint) {
            var values = new HashMap<String, String>();
            var query = StringHelper.after(uri(endpoint), "?", "");
            for (var option : query.split("&")) {
                values.put(StringHelper.before(option, "=", option), StringHelper.after(option, "=", ""));
            }
            endpoint.path("parameters")
                    .properties()
                    .forEach(option ->
                            values.put(option.getKey(), option.getValue().asText()));
            return new Options(values);
        }

        boolean says(String name, String value) {
            return value.equals(values.get(name));
        }

        boolean has(String name) {
            return values.containsKey(name);
        }
    }

    private KameletRules() {}

    /** What is given out is gone before it was handled, or is handled by a thread that nobody waits for. */
    static List<String> hastyAcknowledgements(JsonNode kamelet) {
        return consumers(kamelet, options -> {
            if (options.has("acknowledgeMode") && !options.says("acknowledgeMode", "AUTO")) {
                return "acknowledges by " + options.values().get("acknowledgeMode");
            }
            return options.has("asyncConsumer") && !options.says("asyncConsumer", "false")
                    ? "acknowledges before it is done"
                    : null;
        });
    }

    /** What Camel declares is not durable and drops what it rejects. */
    static List<String> ownDeclarations(JsonNode kamelet) {
        return consumers(kamelet, options -> options.says("autoDeclare", "false") ? null : "declares by itself");
    }

    /** Camel's own attempts sleep in the consumer; without a recoverer Spring acknowledges what has failed. */
    static List<String> stubbornConsumers(JsonNode kamelet) {
        return consumers(kamelet, options -> {
            if (options.has("retry")) {
                return null;
            }
            if (!options.says("maximumRetryAttempts", "1")) {
                return "tries again by itself";
            }
            return options.says("rejectAndDontRequeue", "false") ? "loses what has failed" : null;
        });
    }

    /** A publication that nobody has confirmed may be lost, and one that waits for ever holds its route. */
    static List<String> unconfirmedSinks(JsonNode kamelet) {
        return producers(kamelet)
                .map(Options::of)
                .map(KameletRules::fault)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String fault(Options options) {
        if (options.says("exchangePattern", "InOut")) {
            return options.has("replyTimeout") ? null : "waits for ever";
        }
        if (!options.says("exchangePattern", "InOnly")) {
            return "publishes as its caller was called";
        }
        return options.says("confirm", "enabled") && options.has("confirmTimeout") ? null : "is not confirmed";
    }

    private interface Rule {
        String complaint(Options options);
    }

    private static List<String> consumers(JsonNode kamelet, Rule rule) {
        return endpoints(kamelet, "from")
                .map(Options::of)
                .map(rule::complaint)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<JsonNode> producers(JsonNode kamelet) {
        return Stream.of("to", "toD", "wireTap").flatMap(step -> endpoints(kamelet, step));
    }

    /** Of the broker, wherever in the template they are. */
    private static Stream<JsonNode> endpoints(JsonNode kamelet, String step) {
        return below(kamelet.at("/spec/template"))
                .flatMap(node -> Stream.of(node.path(step)))
                .filter(endpoint -> uri(endpoint).startsWith(BROKER));
    }

    private static String uri(JsonNode endpoint) {
        return endpoint.isTextual() ? endpoint.asText() : endpoint.path("uri").asText();
    }

    private static Stream<JsonNode> below(JsonNode node) {
        return Stream.concat(
                Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(KameletRules::below));
    }
}
