package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What somebody finds, is told and can do around an order. */
@WholeShop
class ShopperStoryTest {

    private static final int BOOKS = 300;

    private final Shop shop;
    private final Browser api;

    ShopperStoryTest(@Autowired Environment environment, @Autowired JWKSource<SecurityContext> keys) {
        this.shop = Shop.in(environment, keys);
        this.api = shop.api();
    }

    @BeforeEach
    void the_first_books_are_on_the_shelves_and_in_the_index() {
        await("the first books")
                .atMost(Shop.PATIENCE)
                .until(() ->
                        api.get("/api/books?size=1").json().path("totalItems").asInt() >= BOOKS);
        await("the index")
                .atMost(Shop.PATIENCE)
                .until(() -> !search("the white whale").path("degraded").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a captain hunts a white whale|Moby-Dick",
                "life on a desert planet with giant worms|Dune",
                "frankenstien|Frankenstein",
                "9780441172719|Dune"
            })
    void a_book_is_found_by_what_it_is_about_or_called(String query, String title) {
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(search(query).at("/items/0/title").asText()).isEqualTo(title));
    }

    @Test
    void an_equal_search_is_answered_from_the_cache_and_a_new_price_shows_at_once() {
        var book = shop.book("The Cached", 5);
        var path = "/api/books/search?q=cached&size=5";
        api.get(path);
        await().atMost(Shop.PATIENCE).until(() -> "HIT".equals(api.get(path).header("X-Cache")));

        var before = api.get("/api/books/" + book);
        var changed = api.put(
                "/api/books/" + book,
                """
                {"title":"%s","language":"en","price":{"amount":"9.90","currency":"EUR"}}
                """
                        .formatted(before.json().path("title").asText()),
                "Authorization",
                shop.admin(),
                "If-Match",
                String.valueOf(before.header("ETag")));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(
                        api.get(path).json().path("items").findValuesAsText("amount"))
                .contains("9.90"));
    }

    @Test
    void a_buyer_pays_what_a_book_costs_now_whatever_a_page_has_shown() {
        var book = shop.book("The Repriced", 5);
        var path = "/api/books/search?q=repriced&size=5";
        await().atMost(Shop.PATIENCE).until(() -> "HIT".equals(api.get(path).header("X-Cache")));
        var before = api.get("/api/books/" + book);
        api.put(
                "/api/books/" + book,
                """
                {"title":"%s","language":"en","price":{"amount":"15.90","currency":"EUR"}}
                """
                        .formatted(before.json().path("title").asText()),
                "Authorization",
                shop.admin(),
                "If-Match",
                String.valueOf(before.header("ETag")));

        var buyer = shop.buyer();
        await("the basket to know the new price")
                .atMost(Shop.PATIENCE)
                .until(() -> buyer.puts(book, 1) && buyer.basket().toString().contains("15.90"));
        await("the order").atMost(Shop.PATIENCE).untilAsserted(() -> {
            var order = buyer.order("tok_visa", UUID.randomUUID().toString(), "wait=10");
            assertThat(order.status()).as(order.body()).isBetween(201, 202);
            assertThat(order.body()).contains("15.90").doesNotContain("12.90");
        });
    }

    @Test
    void the_assistant_recommends_what_the_catalogue_has() {
        var buyer = shop.buyer();

        var answer = says(buyer, "Can you recommend a novel about a whale for less than 20 euros?");

        assertThat(answer.path("intent").asText()).isEqualTo("recommend");
        assertThat(answer.path("answeredBy").asText()).isEqualTo("embedded");
        assertThat(answer.path("books")).isNotEmpty().allSatisfy(book -> assertThat(
                        book.at("/price/amount").decimalValue().doubleValue())
                .isLessThanOrEqualTo(20));
        var first = answer.at("/books/0/id").asText();
        assertThat(answer.path("reply").asText()).contains("/api/books/" + first);
        assertThat(api.get("/api/books/" + first).status()).isEqualTo(200);
    }

    @Test
    void the_assistant_knows_what_was_asked_before() {
        var buyer = shop.buyer();
        var first = says(buyer, "Can you recommend a novel about a whale?");

        var more = says(buyer, "Any more?", first);
        assertThat(more.path("books")).isNotEmpty().doesNotContainAnyElementsOf(first.path("books"));
        var cheaper = says(buyer, "and cheaper ones?", more);

        assertThat(cheaper.path("answeredBy").asText()).isEqualTo("embedded");
        assertThat(cheaper.path("books")).isNotEmpty();
        assertThat(prices(cheaper).max().orElseThrow())
                .isLessThan(prices(more).min().orElseThrow());
        assertThat(cheaper.path("reply").asText())
                .contains("/api/books/" + cheaper.at("/books/0/id").asText());
        var french = says(buyer, "In French?", first);
        assertThat(french.path("books").findValuesAsText("language")).allMatch("fr"::equals);
    }

    private static DoubleStream prices(JsonNode answer) {
        return StreamSupport.stream(answer.path("books").spliterator(), false)
                .mapToDouble(book -> (book.path("salePrice").isObject() ? book.path("salePrice") : book.path("price"))
                        .path("amount")
                        .asDouble());
    }

    @Test
    void the_assistant_tells_a_shopper_of_his_own_orders_only() {
        var buyer = shop.buyer();
        var order = buyer.orders(shop.book("The Asked For", 2), "tok_visa");

        assertThat(says(buyer, "Where is my order?").path("reply").asText()).contains(order.id());
        assertThat(says(shop.buyer(), "Where is my order " + order.id() + "?")
                        .path("reply")
                        .asText())
                .doesNotContain("ORDER_CONFIRMED");
    }

    @Test
    void one_trace_leads_from_the_request_to_the_mail() {
        var buyer = shop.buyer();
        assertThat(buyer.puts(shop.book("The Traced", 2), 1)).isTrue();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var placed = api.post(
                "/api/orders",
                Buyer.checkout("tok_visa", buyer.email()),
                "Authorization",
                buyer.token(),
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(placed.status()).as(placed.body()).isEqualTo(202);
        await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(shop.mailsTo(buyer.email()))
                .isNotEmpty()
                .allSatisfy(
                        mail -> assertThat(shop.mail(mail.path("id").asText())).contains(trace)));
    }

    @Test
    void reporters_see_what_was_looked_for() {
        search("a query that nobody else has");

        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(api.get("/api/admin/analytics/searches", "Authorization", shop.admin())
                                .body())
                        .contains("a query that nobody else has"));
        assertThat(api.get(
                                "/api/admin/analytics/searches",
                                "Authorization",
                                shop.buyer().token())
                        .status())
                .isEqualTo(403);
    }

    private JsonNode search(String query) {
        var page = api.get("/api/books/search?size=5&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json();
    }

    private JsonNode says(Buyer buyer, String message) {
        return says(buyer, message, NullNode.getInstance());
    }

    private JsonNode says(Buyer buyer, String message, JsonNode before) {
        var body = "{\"conversationId\":%s,\"message\":\"%s\"}"
                .formatted(before.path("conversationId").isTextual() ? before.path("conversationId") : "null", message);
        var page = api.post("/api/chat/message", body, "Authorization", buyer.token());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json();
    }
}
