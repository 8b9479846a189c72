package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser.Page;
import bookstore.embedded.process.Loopback;
import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services in one process, but for one that is away, and the gateway in front of them in another. */
class SplitShopStoryTest {

    private static final List<String> SERVICES =
            List.of("catalog", "basket", "ordering", "finance", "inventory", "notification", "identity", "analytics");

    /** Set to nowhere: a gateway needs none of them, and nothing is to be started in their place. */
    private static final List<String> NO_SERVERS = List.of(
            "--bookstore.database.url=jdbc:postgresql://localhost:1/none",
            "--spring.data.redis.host=localhost",
            "--spring.data.redis.port=1",
            "--spring.rabbitmq.host=localhost",
            "--spring.rabbitmq.port=1",
            "--camel.component.qdrant.host=localhost",
            "--spring.mail.host=localhost");

    private static final String DESK = "/api/admin/dead-letters";
    private static final int BROKER = Loopback.free("broker", 0);

    private static ShopProcess services;
    private static ShopProcess gateway;
    private static Shop shop;

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        var identity = directory.resolve("identity");
        services = new ShopProcess(Files.createDirectories(directory.resolve("services")), identity);
        gateway = new ShopProcess(Files.createDirectories(directory.resolve("gateway")), identity);
        services.start(
                "--bookstore.services=" + String.join(",", SERVICES), "--bookstore.embedded.rabbit-port=" + BROKER);
        var addresses = SERVICES.stream()
                .map(name -> "--bookstore.gateway.services." + name + "=http://localhost:" + services.port());
        var settings = Stream.of(
                        Stream.of(
                                "--bookstore.services=gateway", "--bookstore.gateway.services.chat=http://localhost:1"),
                        addresses,
                        NO_SERVERS.stream())
                .flatMap(all -> all)
                .toArray(String[]::new);
        shop = gateway.start(settings).with(services.mails());
    }

    @AfterAll
    static void close() {
        try (var first = gateway;
                var last = services) {
            assertThat(first).isNotSameAs(last);
        }
    }

    @Test
    void a_book_is_bought_through_the_gateway() {
        var order = shop.buyer().orders(shop.book("The Forwarded", 2), "tok_visa");

        order.becomes("ORDER_CONFIRMED");
        assertThat(shop.api().get("/api/openapi.json").body()).contains("catalog-search-books", "chat-send-message");
    }

    @Test
    void messages_of_all_services_lie_on_one_desk() throws Exception {
        unreadable("inventory.book.created");
        unreadable("ordering.book.created");
        await().atMost(Shop.PATIENCE).until(() -> letters("?consumer=inventory").size() == 1);
        await().atMost(Shop.PATIENCE).until(() -> letters("?consumer=ordering").size() == 1);

        var page = get(DESK + "?size=1").json();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("away")).extracting(JsonNode::asText).containsExactly("chat");
        assertThat(letters("?size=1&after=" + page.path("next").asText())).hasSize(1);
        var letter =
                DESK + "/" + letters("?consumer=inventory").get(0).path("id").asText();
        assertThat(get(letter).json().path("body").asText()).isEqualTo("{");
        assertThat(post(letter + "/replay").status()).isEqualTo(200);
        await("it to fail again")
                .atMost(Shop.PATIENCE)
                .until(() -> get(letter).json().path("times").asInt() == 2);
        assertThat(delete(letter).status()).isEqualTo(204);
        assertThat(post(letter + "/replay").status()).isEqualTo(409);
        var many = shop.api()
                .post(DESK + "/replay", "{\"filter\":{\"consumer\":\"ordering\"}}", "Authorization", shop.admin());
        assertThat(many.status()).isEqualTo(202);
        assertThat(many.json().path("matching").asInt()).isEqualTo(1);
    }

    @Test
    void who_cannot_be_asked_is_named() {
        var outbox = get("/api/admin/outbox").json();

        assertThat(outbox.path("items"))
                .extracting(item -> item.path("context").asText())
                .contains("ordering", "finance");
        assertThat(outbox.path("away")).extracting(JsonNode::asText).containsExactly("chat");
        var nowhere = get(DESK + "/" + UUID.randomUUID());
        assertThat(nowhere.status()).isEqualTo(503);
        assertThat(nowhere.json().path("detail").asText()).endsWith("chat");
        assertThat(shop.api().get(DESK).status()).isEqualTo(401);
    }

    private static void unreadable(String queue) throws Exception {
        var factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(BROKER);
        var properties = new BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type("book.created")
                .headers(Map.of("version", 1))
                .build();
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish("", queue, properties, "{".getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static JsonNode letters(String query) {
        return get(DESK + query).json().path("items");
    }

    private static Page get(String path) {
        return shop.api().get(path, "Authorization", shop.admin());
    }

    private static Page post(String path) {
        return shop.api().send("POST", path, BodyPublishers.noBody(), "Authorization", shop.admin());
    }

    private static Page delete(String path) {
        return shop.api().send("DELETE", path, BodyPublishers.noBody(), "Authorization", shop.admin());
    }
}
