package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services in one process, and the gateway in front of them in another. */
class SplitShopStoryTest {

    private static final List<String> SERVICES = List.of(
            "catalog", "basket", "ordering", "finance", "inventory", "notification", "identity", "chat", "analytics");

    /** Set to nowhere: a gateway needs none of them, and nothing is to be started in their place. */
    private static final List<String> NO_SERVERS = List.of(
            "--bookstore.database.url=jdbc:postgresql://localhost:1/none",
            "--spring.data.redis.host=localhost",
            "--spring.data.redis.port=1",
            "--spring.rabbitmq.host=localhost",
            "--spring.rabbitmq.port=1",
            "--camel.component.qdrant.host=localhost",
            "--spring.mail.host=localhost");

    @Test
    void a_book_is_bought_through_the_gateway(@TempDir Path directory) throws Exception {
        var identity = directory.resolve("identity");
        var back = Files.createDirectories(directory.resolve("services"));
        var front = Files.createDirectories(directory.resolve("gateway"));
        try (var services = new ShopProcess(back, identity);
                var gateway = new ShopProcess(front, identity)) {
            services.start("--bookstore.services=" + String.join(",", SERVICES));
            var addresses = SERVICES.stream()
                    .map(name -> "--bookstore.gateway.services." + name + "=http://localhost:" + services.port());
            var settings = Stream.of(Stream.of("--bookstore.services=gateway"), addresses, NO_SERVERS.stream())
                    .flatMap(all -> all)
                    .toArray(String[]::new);
            var shop = gateway.start(settings).with(services.mails());

            var order = shop.buyer().orders(shop.book("The Forwarded", 2), "tok_visa");

            order.becomes("ORDER_CONFIRMED");
            assertThat(shop.api().get("/api/openapi.json").body())
                    .contains("catalog-search-books", "chat-send-message");
        }
    }
}
