package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.stories.WholeShop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each Kamelet says what it is, is explained by an example, and works in the running shop. */
@WholeShop
class KameletsTest {

    private static final Path DOCUMENT = Path.of("docs/kamelets.md");

    private final CamelContext camel;

    KameletsTest(@Autowired CamelContext camel) {
        this.camel = camel;
    }

    static List<Path> kamelets() throws IOException {
        try (var files = Files.list(Path.of("kamelets"))) {
            return files.filter(file -> file.toString().endsWith(".kamelet.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void a_kamelet_says_what_it_is(Path file) {
        var kamelet = read(file);
        var definition = kamelet.at("/spec/definition");

        assertThat(file.getFileName()).hasToString(name(kamelet) + ".kamelet.yaml");
        assertThat(name(kamelet)).matches("[a-z-]+-(source|sink|action)");
        assertThat(kamelet.at("/metadata/labels")
                        .path("camel.apache.org/kamelet.type")
                        .asText())
                .isEqualTo(name(kamelet).replaceAll(".*-", ""));
        assertThat(definition.path("title").asText()).isNotBlank();
        assertThat(definition.path("description").asText()).endsWith(".");
        definition.path("properties").forEach(property -> {
            assertThat(property.path("title").asText()).isNotBlank();
            assertThat(property.path("description").asText()).isNotBlank();
            assertThat(property.path("type").asText()).isIn("string", "integer", "number", "boolean");
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void a_kamelet_is_explained_by_an_example(Path file) throws IOException {
        var name = name(read(file));
        var document = Files.readString(DOCUMENT);

        assertThat(document).contains("## " + name + "\n").contains("kamelet:" + name);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void a_kamelet_loses_no_message(Path file) {
        var kamelet = read(file);

        assertThat(KameletRules.hastyAcknowledgements(kamelet)).isEmpty();
        assertThat(KameletRules.ownDeclarations(kamelet)).isEmpty();
        assertThat(KameletRules.stubbornConsumers(kamelet)).isEmpty();
        assertThat(KameletRules.unconfirmedSinks(kamelet)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void a_kamelet_works_in_the_running_shop(Path file) {
        var name = name(read(file));
        var provider = camel.resolvePropertyPlaceholders("{{bookstore.finance.provider}}");
        // of the payment providers one is asked; the others have tests of their own
        var isAsked = !name.startsWith("payment-") || name.equals(provider);

        assertThat(camel.getRoutes().stream().anyMatch(route -> isRunning(route.getId(), name)))
                .as("routes made of " + name)
                .isEqualTo(isAsked);
    }

    private boolean isRunning(String route, String kamelet) {
        return route.matches(kamelet + "-\\d+") && isStarted(route);
    }

    private boolean isStarted(String route) {
        return camel.getRouteController().getRouteStatus(route).isStarted();
    }

    private static String name(JsonNode kamelet) {
        return kamelet.at("/metadata/name").asText();
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
