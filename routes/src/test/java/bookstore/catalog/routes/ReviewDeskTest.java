package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.Purchases;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.ordering.events.OrderCreated.Line;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Buyers say what books are worth. */
@CatalogAlone
class ReviewDeskTest {

    @LocalServerPort
    private int port;

    private final Purchases purchases;
    private Browser browser;
    private String alice;
    private String bob;
    private String place;
    private UUID bookId;

    ReviewDeskTest(@Autowired Purchases purchases) {
        this.purchases = purchases;
    }

    @BeforeEach
    void come_in() throws IOException {
        browser = new Browser(port);
        alice = browser.bearer("alice");
        bob = browser.bearer("bob");
        var book = browser.post(
                "/api/books",
                "{\"isbn\":\"%s\",\"title\":\"Read\",\"language\":\"en\",\"price\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}}"
                        .formatted(Isbns.next()),
                "Authorization",
                browser.bearer("admin"));
        place = book.header("Location");
        bookId = UUID.fromString(book.json().path("id").asText());
        buy(subject(alice));
    }

    @Test
    void a_buyer_writes_once_and_may_take_it_back() {
        var written = write(alice, "{\"stars\":4,\"text\":\"Long.\"}");

        assertThat(written.status()).isEqualTo(201);
        assertThat(browser.get(place).json().path("rating").path("average").asDouble())
                .isEqualTo(4.0);
        assertThat(browser.get(place + "/reviews").json().path("items").get(0)).isEqualTo(written.json());
        assertThat(write(alice, "{\"stars\":5}").status()).isEqualTo(409);
        assertThat(remove(written.header("Location"), bob).status()).isEqualTo(403);
        assertThat(remove(written.header("Location"), alice).status()).isEqualTo(204);
        assertThat(remove(written.header("Location"), alice).status()).isEqualTo(404);
        assertThat(browser.get(place).json().path("rating").path("count").asInt())
                .isZero();
    }

    @Test
    void a_review_that_is_sent_twice_under_its_key_is_taken_once() {
        var review = "{\"stars\":4}";

        var written = write(alice, review, "Idempotency-Key", "mine");
        var again = write(alice, review, "Idempotency-Key", "mine");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(written.json());
        assertThat(write(alice, "{\"stars\":5}", "Idempotency-Key", "mine").status())
                .isEqualTo(422);
        assertThat(write(bob, review, "Idempotency-Key", "mine").status()).isEqualTo(403);
        assertThat(browser.post(
                                place.replace(
                                                bookId.toString(),
                                                UUID.randomUUID().toString()) + "/reviews",
                                review,
                                "Authorization",
                                alice,
                                "Idempotency-Key",
                                "mine")
                        .status())
                .as("another book under the same key")
                .isEqualTo(404);
    }

    @Test
    void who_has_not_bought_the_book_is_not_heard() {
        assertThat(write(bob, "{\"stars\":5}").status()).isEqualTo(403);
        assertThat(browser.post(place + "/reviews", "{\"stars\":5}").status()).isEqualTo(401);
    }

    @Test
    void a_book_is_not_taken_off_while_a_buyer_waits_for_it() {
        var admin = browser.bearer("admin");
        var order = UUID.randomUUID();
        purchases.add(ordered(order, "bob", bookId));

        var refused = remove(place, admin);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asText()).endsWith("book-in-use");
        assertThat(browser.get(place).status()).isEqualTo(200);
        purchases.cancel(new OrderCancelled(order, "bob", "a@b.example", "OUT_OF_STOCK", Instant.EPOCH));
        assertThat(remove(place, admin).status()).isEqualTo(204);
    }

    @Test
    void there_are_one_to_five_stars() {
        assertThat(write(alice, "{\"stars\":6}").status()).isEqualTo(400);
        assertThat(write(alice, "{\"text\":\"none\"}").status()).isEqualTo(400);
    }

    @Test
    void the_average_is_seen_in_searches_and_sorts_them() throws IOException {
        var author = "Critic " + Isbns.next();
        var liked = add("Liked", author);
        var loved = add("Loved", author);
        add("Unread", author);
        for (var book : List.of(liked, loved)) {
            buy(subject(alice), UUID.fromString(book.json().path("id").asText()));
            buy(subject(bob), UUID.fromString(book.json().path("id").asText()));
        }

        review(liked, alice, 3);
        review(loved, alice, 4);
        review(loved, bob, 5);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var found = browser.get("/api/books/search?sort=rating&author=" + author.replace(" ", "%20"))
                    .json()
                    .path("items");
            assertThat(found.findValuesAsText("title")).containsExactly("Loved", "Liked", "Unread");
            assertThat(found.findValuesAsText("average")).containsExactly("4.5", "3.0", "0.0");
        });
    }

    private Page add(String title, String author) {
        return browser.post(
                "/api/books",
                "{\"title\":\"%s\",\"authors\":[\"%s\"],\"language\":\"en\",\"price\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}}"
                        .formatted(title, author),
                "Authorization",
                browser.bearer("admin"));
    }

    private void review(Page book, String token, int stars) {
        var written = browser.post(
                book.header("Location") + "/reviews", "{\"stars\":%d}".formatted(stars), "Authorization", token);
        assertThat(written.status()).isEqualTo(201);
    }

    private Page write(String token, String review, String... headers) {
        var all = Stream.concat(Stream.of("Authorization", token), Arrays.stream(headers));
        return browser.post(place + "/reviews", review, all.toArray(String[]::new));
    }

    private Page remove(String place, String token) {
        return browser.send("DELETE", place, BodyPublishers.noBody(), "Authorization", token);
    }

    private void buy(String buyer) {
        buy(buyer, bookId);
    }

    private void buy(String buyer, UUID book) {
        var order = UUID.randomUUID();
        purchases.add(ordered(order, buyer, book));
        purchases.confirm(new OrderConfirmed(order, buyer, "a@b.example", 900, "EUR", Instant.EPOCH));
    }

    private static OrderCreated ordered(UUID order, String buyer, UUID book) {
        var lines = List.of(new Line(book, "Read", 1, 900));
        return new OrderCreated(order, buyer, "a@b.example", "tok_visa", 900, "EUR", lines, "b", 1, Instant.EPOCH);
    }

    private static String subject(String bearer) throws IOException {
        var claims = Base64.getUrlDecoder().decode(bearer.split("\\.")[1]);
        return new ObjectMapper().readTree(claims).path("sub").asText();
    }
}
