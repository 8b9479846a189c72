package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.edge.ToyShop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A line of the log is one document, where one property says so, and tells which request it belongs to. */
@ExtendWith(OutputCaptureExtension.class)
class JsonLogTest {

    /** The log of a JVM is set up once; here it is again, before and after. */
    @BeforeEach
    @AfterEach
    void forget() {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }

    @Test
    void a_failure_is_one_document_with_the_names_of_its_request(CapturedOutput output) throws Exception {
        try (var shop = new SpringApplicationBuilder(ToyShop.class)
                .run(
                        "--logging.structured.format.console=ecs",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.jmx.enabled=false",
                        "--bookstore.edge.contracts=toy",
                        "--bookstore.identity.directory=target/json-log-identity",
                        "--bookstore.database.url=jdbc:postgresql://localhost:1/none",
                        "--spring.data.redis.host=localhost",
                        "--spring.mail.host=localhost",
                        "--camel.component.qdrant.host=localhost",
                        "--spring.rabbitmq.host=localhost",
                        "--spring.rabbitmq.port=1")) {
            var port = shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            new Browser(port)
                    .get(
                            "/api/toys/failures/broken",
                            "X-Correlation-Id",
                            "of-this-test",
                            "traceparent",
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        }

        await().until(() -> failure(output).isPresent());
        var line = new ObjectMapper().readTree(failure(output).orElseThrow());
        assertThat(line.at("/log/level").asText(line.path("log.level").asText()))
                .isEqualTo("ERROR");
        assertThat(text(line, "service.name", "/service/name")).isEqualTo("bookstore");
        assertThat(line.path("correlation-id").asText()).isEqualTo("of-this-test");
        assertThat(line.path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    private static String text(JsonNode line, String flat, String nested) {
        return line.has(flat) ? line.path(flat).asText() : line.at(nested).asText();
    }

    private static Optional<String> failure(CapturedOutput output) {
        return output.toString()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"Request failed\""))
                .findFirst();
    }
}
