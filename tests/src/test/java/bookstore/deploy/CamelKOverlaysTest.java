package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What one cluster is told beside what all are. */
class CamelKOverlaysTest {

    @Test
    void the_shop_reads_every_variable_that_an_overlay_adds() {
        var known = KnownProperties.ofTheShop();

        assertThat(Stream.of("dev", "prod").flatMap(CamelKOverlaysTest::operations))
                .filteredOn(operation -> operation.path("path").asText().startsWith("/data/"))
                .hasSizeGreaterThan(6)
                .allSatisfy(operation -> assertThat(
                                known.contains(operation.path("path").asText().substring("/data/".length())))
                        .as(operation.toString())
                        .isTrue());
    }

    @Test
    void shoppers_are_told_apart_behind_the_ingress_which_alone_is_believed_and_let_in() {
        var trusted = operation("/data/BOOKSTORE_TRUSTED_PROXIES").asText();

        assertThat("10.42.7.131").matches(trusted);
        assertThat("110.42.7.131").doesNotMatch(trusted);
        assertThat("203.0.113.9").doesNotMatch(trusted);
        assertThat(operation("/spec/ingress/0/from").findValuesAsText("kubernetes.io/metadata.name"))
                .containsExactly("ingress-nginx");
    }

    /** What the production overlay puts at a place. */
    private static JsonNode operation(String path) {
        return operations("prod")
                .filter(operation -> operation.path("path").asText().equals(path))
                .findFirst()
                .orElseThrow()
                .path("value");
    }

    private static Stream<JsonNode> operations(String overlay) {
        var patches = Yaml.file("deploy/camel-k/overlays/" + overlay + "/kustomization.yaml")
                .path("patches");
        return StreamSupport.stream(patches.spliterator(), false)
                .flatMap(patch -> Yaml.documents(patch.path("patch").asText()).stream())
                .flatMap(operations -> StreamSupport.stream(operations.spliterator(), false));
    }
}
