package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cluster would drop or refuse is found. */
class ManifestsCanFailTest {

    private static List<String> faults(String manifest) {
        return Manifests.faults(Yaml.documents(manifest).get(0));
    }

    @Test
    void a_misspelled_trait_or_a_wrong_type_is_found() {
        assertThat(
                        faults(
                                """
                        apiVersion: camel.apache.org/v1
                        kind: Integration
                        metadata: {name: Catalog_1}
                        spec:
                          replicas: two
                          traits:
                            container: {image: bookstore, memory: 1Gi}
                            helth: {enabled: true}
                          template: {spec: {containers: [{name: integration, livenesProbe: {}}]}}
                        """))
                .hasSize(5);
    }

    @Test
    void a_kamelet_without_its_shape_is_found() {
        assertThat(
                        faults(
                                """
                        apiVersion: camel.apache.org/v1
                        kind: Kamelet
                        metadata: {name: x}
                        spec: {definitions: {title: X}}
                        """))
                .hasSize(1);
    }

    @Test
    void an_unknown_field_of_a_core_kind_is_found() {
        assertThat(
                        faults(
                                """
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata: {name: x}
                        spec: {minAvailible: 1}
                        """))
                .hasSize(1);
    }

    @Test
    void a_queue_that_is_not_there_is_found() {
        assertThat(
                        faults(
                                """
                        apiVersion: keda.sh/v1alpha1
                        kind: ScaledObject
                        metadata: {name: finance}
                        spec:
                          scaleTarget: {name: finance}
                          scaleTargetRef: {name: finance}
                          triggers:
                            - {type: rabbitmq, metadata: {queueName: finance.orders}}
                            - {type: rabbitmq, metadata: {queueName: inventory.stock.reserve}}
                        """))
                .containsExactlyInAnyOrder(
                        "unknown field scaleTarget",
                        "there is no queue finance.orders",
                        "another service hears inventory.stock.reserve");
    }

    @Test
    void a_kind_that_nobody_knows_is_found() {
        assertThat(faults("{apiVersion: v1, kind: Sercet}")).containsExactly("unknown kind Sercet");
    }
}
