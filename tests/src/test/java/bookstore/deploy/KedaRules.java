package bookstore.deploy;

import bookstore.messaging.Subscriptions;
import bookstore.messaging.Subscriptions.Subscription;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** KEDA's kinds, of which no schema can be had here: the fields that we use, and the queues that there are. */
final class KedaRules {

    private static final Set<String> SCALED =
            Set.of("scaleTargetRef", "minReplicaCount", "maxReplicaCount", "triggers");
    private static final Set<String> TRIGGER = Set.of("type", "metadata", "authenticationRef");
    private static final Set<String> QUEUES =
            Subscriptions.ALL.stream().map(Subscription::queue).collect(Collectors.toSet());

    private KedaRules() {}

    static List<String> faults(JsonNode manifest) {
        var faults = new ArrayList<String>();
        if (manifest.path("kind").asText().equals("ScaledObject")) {
            unknown(manifest.path("spec"), SCALED, faults);
            manifest.at("/spec/triggers").forEach(trigger -> faultsOf(trigger, manifest, faults));
        } else if (!manifest.path("kind").asText().equals("TriggerAuthentication")
                || manifest.at("/spec/secretTargetRef/0/key").isMissingNode()) {
            faults.add("not a kind of KEDA's that is used: " + manifest.path("kind"));
        }
        return faults;
    }

    private static void faultsOf(JsonNode trigger, JsonNode manifest, List<String> faults) {
        unknown(trigger, TRIGGER, faults);
        var queue = trigger.at("/metadata/queueName").asText();
        if (!QUEUES.contains(queue)) {
            faults.add("there is no queue " + queue);
        }
        if (!queue.startsWith(manifest.at("/spec/scaleTargetRef/name").asText() + ".")) {
            faults.add("another service hears " + queue);
        }
    }

    private static void unknown(JsonNode node, Set<String> known, List<String> faults) {
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("unknown field " + name));
    }
}
