package bookstore.inventory.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.Bookstore;
import bookstore.catalog.events.BookCreated;
import bookstore.edge.Browser;
import bookstore.inventory.Stock;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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

    @LocalServerPort
    private int port;

    private final Stock stock;
    private final ContextDatabase database;

    StockDeskTest(@Autowired Stock stock, @Autowired @Qualifier("inventoryDatabase") ContextDatabase database) {
        this.stock = stock;
        this.database = database;
    }

    @Test
    void what_is_counted_is_what_there_is() {
        var book = UUID.randomUUID();
        database.transaction()
                .executeWithoutResult(status ->
                        stock.receive(new BookCreated(book, "", "Dune", List.of(), 1190, "EUR", 7, 1, Instant.EPOCH)));
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
}
