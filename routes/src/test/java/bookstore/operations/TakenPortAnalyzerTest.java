package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

/** What is said when a port of the shop is taken. */
class TakenPortAnalyzerTest {

    private final Environment environment =
            new MockEnvironment().withProperty("server.port", "8080").withProperty("management.server.port", "9876");

    @ParameterizedTest
    @CsvSource({
        "8080, 'The shop cannot listen on port 8080 (already in use), where its API is."
                + " Change server.port (0: any free port).'",
        "9876, 'The shop cannot listen on port 9876 (already in use), where it is watched and managed."
                + " Change management.server.port (0: any free port).'"
    })
    void a_taken_port_is_named_with_the_property_that_moves_it(int port, String line) {
        var failure = new IllegalStateException("no start", new PortInUseException(port));

        assertThat(firstWord(failure)).isEqualTo(line);
    }

    /** Of all analyzers that are registered, as Boot asks them. */
    private String firstWord(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, environment),
                        FailureHandler.handleMessage((message, e) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElseThrow()
                .getDescription();
    }
}
