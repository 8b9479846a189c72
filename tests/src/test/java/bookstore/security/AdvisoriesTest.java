package bookstore.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each advisory that touches what the shop is built on is closed: by a test that is there, or by absence. */
class AdvisoriesTest {

    private static final List<String> ROOMS = List.of("beans", "saga", "routes", "embedded", "tests");

    static Stream<JsonNode> advisories() throws IOException {
        var all =
                new ObjectMapper().readTree(Path.of("security/advisories.json").toFile());
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("advisories")
    void an_advisory_is_closed(JsonNode advisory) throws IOException {
        assertThat(advisory.has("tests") != advisory.has("banned"))
                .as("by tests or by absence")
                .isTrue();
        for (var test : advisory.path("tests")) {
            assertThat(isThere(test.asText())).as(test.asText()).isTrue();
        }
        if (advisory.has("banned")) {
            var banned = advisory.path("banned").asText();
            assertThat(Files.readString(Path.of("pom.xml"))).contains("<exclude>" + banned + "</exclude>");
            assertThat(System.getProperty("java.class.path")).doesNotContain("/" + banned.split(":")[1] + "-");
        }
    }

    private static boolean isThere(String test) throws IOException {
        var parts = test.split("#");
        for (var room : ROOMS) {
            var file = Path.of(room, "src/test/java", parts[0].replace('.', '/') + ".java");
            if (Files.exists(file)) {
                return Files.readString(file).contains("void " + parts[1] + "(");
            }
        }
        return false;
    }
}
