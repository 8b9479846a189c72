package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests for Camel K would be taken by a cluster as they are meant. */
class CamelKTest {

    private static final String BASE = "deploy/camel-k/base";
    private static final List<JsonNode> ALL = Yaml.files(BASE).stream()
            .filter(file -> !isKustomization(file))
            .flatMap(file -> Yaml.documents(Yaml.read(file)).stream())
            .toList();

    private static boolean isKustomization(Path file) {
        return file.endsWith("kustomization.yaml");
    }

    private static Map<String, JsonNode> named(String kind) {
        return ALL.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .collect(Collectors.toMap(
                        manifest -> manifest.at("/metadata/name").asText(), Function.identity()));
    }

    @Test
    void manifests_keep_to_the_schemas_of_their_kinds() {
        assertThat(ALL).hasSizeGreaterThan(30).allSatisfy(manifest -> assertThat(Manifests.faults(manifest))
                .as(manifest.path("kind") + " " + manifest.at("/metadata/name"))
                .isEmpty());
    }

    @Test
    void kamelets_keep_to_the_schema_too_and_are_all_installed() {
        var kamelets = Yaml.files("kamelets").stream()
                .filter(file -> !isKustomization(file))
                .toList();

        assertThat(kamelets).isNotEmpty().allSatisfy(file -> assertThat(Manifests.faults(Yaml.file(file.toString())))
                .as(file.toString())
                .isEmpty());
        assertThat(Yaml.file("kamelets/kustomization.yaml").path("resources"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(kamelets.stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void every_service_is_an_integration_that_runs_itself_alone() {
        assertThat(named("Integration").keySet()).isEqualTo(Services.names());
        named("Integration").forEach((name, integration) -> {
            assertThat(integration.at("/spec/traits/environment/vars/0").asText())
                    .isEqualTo("BOOKSTORE_SERVICES=" + name);
            var container = integration.at("/spec/template/spec/containers/0");
            for (var probe : Map.of("startup", "startup", "liveness", "live", "readiness", "ready")
                    .entrySet()) {
                assertThat(container
                                .at("/" + probe.getKey() + "Probe/httpGet/path")
                                .asText())
                        .isEqualTo("/observe/health/" + probe.getValue());
            }
            assertThat(container.at("/ports/1/containerPort").asInt()).isEqualTo(9876);
            assertThat(integration.at("/spec/traits/container/limitMemory").asText())
                    .isNotEmpty();
        });
    }

    @Test
    void every_service_is_scaled_by_one_rule_and_never_drained_whole() {
        var scaled = Stream.concat(
                        named("HorizontalPodAutoscaler").values().stream(), named("ScaledObject").values().stream())
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .toList();

        assertThat(scaled).containsExactlyInAnyOrderElementsOf(Services.names());
        assertThat(named("PodDisruptionBudget").keySet()).isEqualTo(Services.names());
    }

    @Test
    void a_node_can_be_drained_of_every_service() {
        var least = new HashMap<String, Integer>();
        named("HorizontalPodAutoscaler")
                .forEach((name, scaler) ->
                        least.put(name, scaler.at("/spec/minReplicas").asInt()));
        named("ScaledObject")
                .forEach((name, scaler) ->
                        least.put(name, scaler.at("/spec/minReplicaCount").asInt()));

        named("PodDisruptionBudget").forEach((name, budget) -> assertThat(
                        budget.at("/spec/minAvailable").asInt(0))
                .as(name)
                .isLessThan(least.get(name)));
    }

    @Test
    void the_shop_reads_every_variable_that_it_is_given() {
        var variables = named("ConfigMap").get("bookstore").path("data");

        assertThat(variables).isNotEmpty();
        assertThat(ComposeRules.unknown(variables, KnownProperties.ofTheShop())).isNull();
    }

    @Test
    void the_gateway_knows_where_every_service_is() {
        var gateway = new ClusterVariables("gateway").all();

        assertThat(gateway).containsEntry("BOOKSTORE_SERVICES", "gateway");
        Services.names().stream().filter(name -> !name.equals("gateway")).forEach(name -> assertThat(gateway)
                .containsEntry("BOOKSTORE_GATEWAY_SERVICES_" + name.toUpperCase(), "http://" + name + ":8080"));
    }

    @Test
    void files_are_all_named_in_the_kustomization() {
        var named = Yaml.file(BASE + "/kustomization.yaml").path("resources");

        assertThat(named)
                .extracting(JsonNode::asText)
                .containsAll(Yaml.files(BASE).stream()
                        .filter(file -> !isKustomization(file))
                        .map(file -> file.getFileName().toString())
                        .toList());
    }
}
