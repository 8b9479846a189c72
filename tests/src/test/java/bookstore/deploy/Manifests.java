package bookstore.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;

/** Holds manifests against the schemas of their kinds. What a schema does not know is wrong; a cluster would drop it. */
final class Manifests {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                /** The models keep what they do not know. */
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private static final Map<String, Class<?>> CORE = Map.of(
            "ConfigMap", ConfigMap.class,
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    private Manifests() {}

    /** What is wrong with a manifest; none is good. */
    static List<String> faults(JsonNode manifest) {
        var kind = manifest.path("kind").asText();
        if (manifest.path("apiVersion").asText().equals("camel.apache.org/v1")) {
            return faultsOfCamel(kind, manifest);
        }
        if (manifest.path("apiVersion").asText().equals("keda.sh/v1alpha1")) {
            return KedaRules.faults(manifest);
        }
        return CORE.containsKey(kind) ? faultsOfCore(CORE.get(kind), manifest) : List.of("unknown kind " + kind);
    }

    private static List<String> faultsOfCamel(String kind, JsonNode manifest) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(CamelSchemas.of(kind))
                .validate(manifest)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static List<String> faultsOfCore(Class<?> model, JsonNode manifest) {
        try {
            STRICT.treeToValue(manifest, model);
            return List.of();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }
}
