package bookstore.finance.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.messaging.Wire;
import bookstore.ordering.events.OrderConfirmed;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The comparison of the books as an admin asks for it. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"bookstore.services=finance,identity", "bookstore.finance.reconciliation.every=1s"})
@DirtiesContext
class BooksCompareTest {

    private static final String PATH = "/api/admin/reconciliation";

    private final Wire wire;
    private final Browser browser;
    private final UUID order = UUID.randomUUID();

    BooksCompareTest(@Autowired RabbitTemplate rabbit, @LocalServerPort int port) {
        this.wire = new Wire(rabbit);
        this.browser = new Browser(port);
    }

    @Test
    void books_that_were_sent_without_money_are_found_by_the_clock() {
        wire.tell(new OrderConfirmed(
                order, "buyer", "buyer@example.com", 1290, "EUR", Instant.parse("2020-01-01T00:00:00Z")));

        await().atMost(Duration.ofSeconds(30)).until(() -> finding() != null);
        assertThat(finding().path("kind").asText()).isEqualTo("CONFIRMED_BUT_NOT_PAID");
        assertThat(finding().path("theirs").asText()).isEqualTo("CONFIRMED 1290 EUR");
    }

    @Test
    void an_admin_has_the_books_compared() {
        var admin = browser.bearer("admin");
        var noBody = BodyPublishers.noBody();

        var run = browser.send("POST", PATH, noBody, "Authorization", admin);

        assertThat(run.status()).as(run.body()).isIn(200, 409);
        assertThat(browser.get(PATH, "Authorization", admin)
                        .json()
                        .at("/latest/ranAt")
                        .asText())
                .startsWith("20");
        assertThat(browser.send("POST", PATH, noBody, "Authorization", browser.bearer("alice"))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode finding() {
        var page = browser.get(PATH + "?size=100", "Authorization", browser.bearer("admin"));
        for (var item : page.json().path("items")) {
            if (item.path("orderId").asText().equals(order.toString())) {
                return item;
            }
        }
        return null;
    }
}
