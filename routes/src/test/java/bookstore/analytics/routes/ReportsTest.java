package bookstore.analytics.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.SearchesCounted;
import bookstore.catalog.events.SearchesCounted.Count;
import bookstore.edge.Browser;
import bookstore.identity.events.UserRegistered;
import bookstore.messaging.Wire;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What a reporter learns of the shop. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "bookstore.services=analytics,identity")
@DirtiesContext
class ReportsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Wire wire;
    private final Browser browser;
    private final ContextDatabase database;

    ReportsTest(
            @Autowired RabbitTemplate rabbit,
            @LocalServerPort int port,
            @Autowired @Qualifier("analyticsDatabase") ContextDatabase database) {
        this.database = database;
        this.wire = new Wire(rabbit);
        this.browser = new Browser(port);
    }

    @Test
    void orders_are_counted_once_on_the_day_they_happened() {
        var evening = Instant.parse("2020-02-29T23:59:59Z");
        var twice = UUID.randomUUID();
        wire.tell(created(1290, evening), twice);
        wire.tell(created(1290, evening), twice);
        wire.tell(created(100, evening));
        wire.tell(new OrderConfirmed(UUID.randomUUID(), "b", "b@example.com", 1290, "EUR", evening));
        wire.tell(new OrderConfirmed(UUID.randomUUID(), "b", "b@example.com", 10, "EUR", evening));
        wire.tell(new OrderConfirmed(UUID.randomUUID(), "b", "b@example.com", 500, "JPY", evening));
        wire.tell(new OrderCancelled(UUID.randomUUID(), "b", "b@example.com", "OUT_OF_STOCK", evening.plusSeconds(1)));

        await().atMost(SOON)
                .until(() -> orders().size() == 2 && orders().at("/1/confirmed").asInt() == 3);
        await().atMost(SOON).until(() -> orders().at("/1/placed").asInt() == 2);
        await().during(Duration.ofSeconds(1))
                .until(() -> orders().at("/1/placed").asInt() == 2);
        assertThat(orders().at("/0/day").asText()).isEqualTo("2020-03-01");
        assertThat(orders().at("/0/cancelled").asInt()).isEqualTo(1);
        assertThat(orders().at("/1/revenue").toString())
                .isEqualTo("[{\"amount\":\"13.00\",\"currency\":\"EUR\"},{\"amount\":\"500\",\"currency\":\"JPY\"}]");
    }

    @Test
    void searches_are_added_up_over_hours_and_instances() {
        var hour = Instant.parse("2020-03-05T10:00:00Z");
        wire.tell(new SearchesCounted(hour, List.of(new Count("dune", 3, 0), new Count("drop table", 9, 9)), hour));
        wire.tell(new SearchesCounted(hour.plusSeconds(3600), List.of(new Count("dune", 8, 1)), hour));

        await().atMost(SOON).until(() -> searches().at("/0/times").asInt() == 11);
        await().atMost(SOON).until(() -> searches().size() == 2);
        assertThat(searches().toString())
                .isEqualTo("[{\"query\":\"dune\",\"times\":11,\"withoutResults\":1},"
                        + "{\"query\":\"drop table\",\"times\":9,\"withoutResults\":9}]");
    }

    @Test
    void a_book_that_is_told_of_again_is_no_new_book() {
        var day = Instant.parse("2020-03-07T10:00:00Z");
        var again = UUID.randomUUID();
        wire.tell(created(day, day), again);
        wire.tell(created(day, null));

        Supplier<Integer> counted = () -> database.jdbc()
                .sql("select coalesce(sum(count), 0) from daily_counts where day = '2020-03-07'")
                .query(Integer.class)
                .single();
        await().atMost(SOON).until(() -> counted.get() > 0);
        await().during(Duration.ofSeconds(1)).until(() -> counted.get() == 1);
    }

    private static BookCreated created(Instant at, @Nullable Instant toldAgainAt) {
        return new BookCreated(UUID.randomUUID(), "", "Dune", List.of(), 1290, "EUR", 7, 1, at, toldAgainAt);
    }

    @Test
    void new_users_and_new_books_are_counted_once_on_the_day_they_came() {
        var evening = Instant.parse("2020-04-30T23:59:59Z");
        var twice = UUID.randomUUID();
        wire.tell(new UserRegistered("u1", "u1@example.com", "U", "en", evening), twice);
        wire.tell(new UserRegistered("u1", "u1@example.com", "U", "en", evening), twice);
        wire.tell(new UserRegistered("u2", "u2@example.com", "U", "de", evening));
        wire.tell(new UserRegistered("u3", "u3@example.com", "U", "de", evening.plusSeconds(1)));
        wire.tell(new BookCreated(
                UUID.randomUUID(), "", "Dune", List.of("Frank Herbert"), 1290, "EUR", 3, 1, evening, null));

        await().atMost(SOON).until(() -> counted("USER_REGISTERED").equals("2020-04-30 2, 2020-05-01 1"));
        await().during(Duration.ofSeconds(1))
                .until(() -> counted("USER_REGISTERED").equals("2020-04-30 2, 2020-05-01 1"));
        await().atMost(SOON).until(() -> counted("BOOK_CREATED").equals("2020-04-30 1"));
        assertThat(report("/api/admin/analytics/orders?from=2020-04-01&to=2020-05-31")
                        .path("items"))
                .isEmpty();
    }

    /** What no report shows yet; it cannot be counted afterwards. */
    private String counted(String what) {
        return database.jdbc()
                .sql("select coalesce(string_agg(day || ' ' || count, ', ' order by day), '') from daily_counts"
                        + " where what = ? and day between '2020-04-01' and '2020-05-31'")
                .param(what)
                .query(String.class)
                .single();
    }

    @Test
    void reports_are_for_reporters() {
        var path = "/api/admin/analytics/orders";

        assertThat(browser.get(path).status()).isEqualTo(401);
        assertThat(browser.get(path, "Authorization", browser.bearer("alice")).status())
                .isEqualTo(403);
        assertThat(report(path).at("/items").isArray()).isTrue();
        assertThat(browser.get(path + "?from=2020-13-01", "Authorization", browser.bearer("admin"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.get(path + "?from=2020-03-02&to=2020-03-01", "Authorization", browser.bearer("admin"))
                        .status())
                .isEqualTo(422);
    }

    private static OrderCreated created(long total, Instant at) {
        return new OrderCreated(
                UUID.randomUUID(), "b", "b@example.com", "tok_visa", total, "EUR", List.of(), "basket", 1, at);
    }

    private JsonNode orders() {
        return report("/api/admin/analytics/orders?from=2020-02-28&to=2020-03-01")
                .path("items");
    }

    private JsonNode searches() {
        return report("/api/admin/analytics/searches?from=2020-03-05&to=2020-03-05")
                .path("items");
    }

    private JsonNode report(String path) {
        return browser.get(path, "Authorization", browser.bearer("admin")).json();
    }
}
