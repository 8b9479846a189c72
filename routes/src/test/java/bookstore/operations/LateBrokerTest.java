package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.embedded.process.Loopback;
import bookstore.shared.postgres.ContextDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The broker comes after the shop. */
@SpringBootTest(
        classes = Warehouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=inventory",
            "bookstore.edge.contracts=warehouse",
            "bookstore.embedded.directory=routes/target/late-broker",
            "bookstore.embedded.postgres-port=0",
            "bookstore.embedded.redis-port=0",
            "bookstore.embedded.rabbit-port=0",
            "bookstore.identity.jwk-set-uri=http://localhost:1/keys",
            "bookstore.operations.watch-every=200ms"
        })
class LateBrokerTest {

    private static final int PORT = Loopback.free("RabbitMQ", 0);

    private final Browser shopper;
    private final Browser desk;
    private final ContextDatabase database;

    LateBrokerTest(
            @LocalServerPort int port, @LocalManagementPort int managementPort, @Autowired ContextDatabase database) {
        this.shopper = new Browser(port);
        this.desk = new Browser(managementPort);
        this.database = database;
    }

    @DynamicPropertySource
    static void nobodyIsThere(DynamicPropertyRegistry registry) {
        registry.add("spring.rabbitmq.host", () -> "localhost");
        registry.add("spring.rabbitmq.port", () -> PORT);
    }

    @Test
    void requests_are_served_without_a_broker_and_their_messages_are_delivered_when_it_comes(@TempDir Path journal) {
        var order = Warehouse.ask(shopper);
        assertThat(order).isNotEmpty();
        await().untilAsserted(
                        () -> assertThat(shopper.get("/api/status").body()).contains("\"broker\""));
        assertThat(desk.get("/observe/health/ready").status()).isEqualTo(200);
        assertThat(Warehouse.isAnswered(database, order)).isFalse();

        try (var broker = EmbeddedRabbit.start("localhost", PORT, "guest", "guest", journal)) {
            assertThat(broker.port()).isEqualTo(PORT);
            await().atMost(Duration.ofSeconds(60)).until(() -> Warehouse.isAnswered(database, order));
            await().untilAsserted(
                            () -> assertThat(shopper.get("/api/status").body()).doesNotContain("\"broker\""));
        }
    }
}
