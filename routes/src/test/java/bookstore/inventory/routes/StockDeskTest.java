package bookstore.inventory.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.catalog.events.BookCreated;
import bookstore.edge.Browser;
import bookstore.inventory.Stock;
import bookstore.inventory.commands.ReserveStock;
import bookstore.messaging.RetellingConsole;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.postgres.ContextDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An admin says how many copies there really are. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=inventory,identity",
            "bookstore.identity.directory=target/inventory-identity",
            "management.server.port=0"
        })
class StockDeskTest {

    private static final String HEARS = "basket.stock.changed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    private final Stock stock;
    private final ContextDatabase database;

    private final RabbitTemplate broker;

    @Autowired
    private RetellingConsole console;

    StockDeskTest(
            @Autowired Stock stock,
            @Autowired RabbitTemplate broker,
            @Autowired @Qualifier("inventoryDatabase") ContextDatabase database) {
        this.stock = stock;
        this.broker = broker;
        this.database = database;
    }

    private void told(UUID book, String isbn, long version) {
        database.transaction()
                .executeWithoutResult(status -> stock.receive(
                        new BookCreated(book, isbn, "Dune", List.of(), 1190, "EUR", 7, version, Instant.EPOCH)));
    }

    @Test
    void a_book_is_named_by_its_isbn_too() {
        var book = UUID.randomUUID();
        told(book, "9780441172719", 1);
        var browser = new Browser(port);
        var admin = browser.bearer("admin");

        var counted = browser.put("/api/admin/stock/978-0-441-17271-9", "{\"onHand\":3}", "Authorization", admin);

        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.json().path("bookId").asText()).isEqualTo(book.toString());
        told(book, "9780441013593", 3);
        told(book, "9780000000002", 2);
        assertThat(browser.put("/api/admin/stock/9780441013593", "{\"onHand\":4}", "Authorization", admin)
                        .json()
                        .path("available")
                        .asInt())
                .isEqualTo(4);
        for (var unknown : List.of("9780441172719", "9780000000002", "nonsense")) {
            assertThat(browser.put("/api/admin/stock/" + unknown, "{\"onHand\":1}", "Authorization", admin)
                            .status())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void others_are_told_again_how_many_copies_there_are() {
        var books = Stream.generate(UUID::randomUUID).limit(450).toList();
        books.forEach(book -> told(book, "", 1));
        var heard = new HashMap<String, Integer>();
        await("the news").atMost(PATIENCE).until(() -> hears(heard, books));
        heard.clear();

        var told = console.tellAgain();

        assertThat(told).isGreaterThanOrEqualTo(books.size());
        await("the same again").atMost(PATIENCE).until(() -> hears(heard, books));
        assertThat(heard.values()).allMatch(times -> times == 1);
    }

    /** Whether all the books have been heard of. */
    private boolean hears(Map<String, Integer> heard, List<UUID> books) {
        for (var news = broker.receive(HEARS); news != null; news = broker.receive(HEARS)) {
            var text = new String(news.getBody(), StandardCharsets.UTF_8);
            heard.merge(text.replaceAll(".*\"bookId\":\"([^\"]+)\".*", "$1"), 1, Integer::sum);
        }
        return books.stream().allMatch(book -> heard.containsKey(book.toString()));
    }

    @Test
    void what_is_counted_is_what_there_is() {
        var book = UUID.randomUUID();
        told(book, "", 1);
        var browser = new Browser(port);
        var admin = browser.bearer("admin");
        var place = "/api/admin/stock/" + book;

        var counted = browser.put(place, "{\"onHand\":12}", "Authorization", admin);

        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.json().path("onHand").asInt()).isEqualTo(12);
        assertThat(counted.json().path("available").asInt()).isEqualTo(12);
        assertThat(browser.put(place, "{\"onHand\":-1}", "Authorization", admin).status())
                .isEqualTo(400);
        assertThat(browser.put("/api/admin/stock/" + UUID.randomUUID(), "{\"onHand\":1}", "Authorization", admin)
                        .status())
                .isEqualTo(404);
        assertThat(browser.put(place, "{\"onHand\":1}", "Authorization", browser.bearer("alice"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_count_that_copies_have_moved_under_is_not_believed() {
        var book = UUID.randomUUID();
        told(book, "", 1);
        var browser = new Browser(port);
        var admin = browser.bearer("admin");
        var place = "/api/admin/stock/" + book;
        var seen = browser.get(place, "Authorization", admin);
        assertThat(seen.json().path("onHand").asInt()).isEqualTo(7);
        sell(book);

        var late = browser.put(place, "{\"onHand\":7}", "Authorization", admin, "If-Match", seen.header("ETag"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("type").asText()).endsWith("/changed-meanwhile");
        var now = browser.get(place, "Authorization", admin);
        assertThat(now.json().path("onHand").asInt()).isEqualTo(6);
        var counted = browser.put(place, "{\"onHand\":5}", "Authorization", admin, "If-Match", now.header("ETag"));
        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.header("ETag")).isNotEqualTo(now.header("ETag"));
        assertThat(browser.get("/api/admin/stock/" + UUID.randomUUID(), "Authorization", admin)
                        .status())
                .isEqualTo(404);
    }

    private void sell(UUID book) {
        var order = UUID.randomUUID();
        database.transaction().executeWithoutResult(status -> {
            stock.reserve(new ReserveStock(order, List.of(new ReserveStock.Line(book, 1))));
            stock.ship(new OrderConfirmed(order, "alice", "a@b.example", 1190, "EUR", Instant.EPOCH));
        });
    }
}
