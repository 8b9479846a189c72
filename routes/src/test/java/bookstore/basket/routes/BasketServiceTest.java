package bookstore.basket.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.basket.commands.BasketContents;
import bookstore.basket.commands.BasketFilled;
import bookstore.basket.commands.FillBasket;
import bookstore.basket.commands.ReadBasket;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.PriceChanged;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.inventory.events.StockChanged;
import bookstore.messaging.Question;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import bookstore.shared.Request;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The basket service alone, as shoppers and the other contexts meet it. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"bookstore.services=basket,identity", "management.server.port=0"})
@Import(BasketServiceTest.Asker.class)
class BasketServiceTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final RabbitTemplate broker;
    private final ProducerTemplate camel;
    private final StringRedisTemplate redis;
    private final ObjectMapper json;
    private final ContextDatabase database;
    private final Browser browser;
    private final UUID dune = UUID.randomUUID();
    private final UUID emma = UUID.randomUUID();

    BasketServiceTest(
            @Autowired RabbitTemplate broker,
            @Autowired ProducerTemplate camel,
            @Autowired StringRedisTemplate redis,
            @Autowired ObjectMapper json,
            @Autowired @Qualifier("basketDatabase") ContextDatabase database,
            @LocalServerPort int port) {
        this.broker = broker;
        this.camel = camel;
        this.redis = redis;
        this.json = json;
        this.database = database;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void stock() {
        tell(new BookCreated(dune, "9780441013593", "Dune", List.of("Frank Herbert"), 1290, "EUR", 7, 1, NOW));
        tell(new BookCreated(emma, "9780141439587", "Emma", List.of("Jane Austen"), 800, "EUR", 3, 1, NOW));
        await().until(() ->
                put(guest(), emma, 1).status() == 200 && put(guest(), dune, 1).status() == 200);
    }

    @Test
    void a_guest_is_handed_a_token_and_finds_the_basket_by_it() {
        var first = browser.get("/api/basket");
        var token = first.header("X-Guest-Basket");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("items")).isEmpty();
        assertThat(first.json().at("/total/amount").asText()).isEqualTo("0.00");
        assertThat(first.json().get("expiresAt").isNull()).isTrue();
        assertThat(token).matches("[A-Za-z0-9_-]{22}");

        var put = put(token, dune, 2);
        assertThat(put.header("X-Guest-Basket")).isEqualTo(token);
        var shown = browser.get("/api/basket", "X-Guest-Basket", token).json();
        assertThat(shown.at("/items/0/book/title").asText()).isEqualTo("Dune");
        assertThat(shown.at("/items/0/book/stock/available").asInt()).isEqualTo(7);
        assertThat(shown.at("/items/0/book/stock/status").asText()).isEqualTo("IN_STOCK");
        assertThat(shown.at("/items/0/lineTotal/amount").asText()).isEqualTo("25.80");
        assertThat(shown.at("/items/0/priceChanged").asBoolean()).isFalse();
        assertThat(shown.at("/total/amount").asText()).isEqualTo("25.80");
        assertThat(Instant.parse(shown.path("expiresAt").asText())).isAfter(NOW);
        assertThat(browser.get("/api/basket", "X-Guest-Basket", guest()).json().path("items"))
                .isEmpty();
    }

    @Test
    void books_are_put_and_taken_out_one_by_one() {
        var token = guest();
        put(token, dune, 2);
        put(token, emma, 1);

        assertThat(put(token, dune, 5).json().at("/items/0/quantity").asInt()).isEqualTo(5);
        var rest = send("DELETE", "/api/basket/items/" + dune, token);
        assertThat(rest.json().path("items")).hasSize(1);
        assertThat(send("DELETE", "/api/basket", token).status()).isEqualTo(204);
        assertThat(send("GET", "/api/basket", token).json().path("items")).isEmpty();
    }

    @Test
    void a_book_is_named_by_its_isbn_too() {
        var token = guest();
        var book = UUID.randomUUID();
        var isbn = "978" + (1_000_000_000L + Math.floorMod(book.getMostSignificantBits(), 9_000_000_000L));
        var told = new BookCreated(book, isbn, "Dune", List.of("Frank Herbert"), 1290, "EUR", 7, 1, NOW);
        var hyphened = isbn.replaceFirst("(...)(.)(...)(.....)(.)", "$1-$2-$3-$4-$5");
        tell(told);

        await().until(() -> put(token, isbn, 2).status() == 200);

        assertThat(put(token, hyphened, 3).json().at("/items/0/book/id").asText())
                .isEqualTo(book.toString());
        assertThat(send("DELETE", "/api/basket/items/" + isbn, token).json().path("items"))
                .isEmpty();
        assertThat(put(token, "9780000000002", 1).status()).isEqualTo(404);
        database.jdbc()
                .sql("update offers set isbn = null where book_id = ?")
                .param(book)
                .update();
        assertThat(put(token, isbn, 1).status()).isEqualTo(404);
        tell(told);
        await("a book from before to be told of again")
                .until(() -> put(token, isbn, 1).status() == 200);
    }

    @Test
    void what_cannot_be_is_refused() {
        var token = guest();

        assertThat(put(token, UUID.randomUUID(), 1).status()).isEqualTo(404);
        assertThat(put(token, dune, 0).status()).isEqualTo(400);
        assertThat(put(token, dune, 100).status()).isEqualTo(400);
        assertThat(put("short", dune, 1).status()).isEqualTo(400);
        assertThat(browser.put("/api/basket/items/" + dune, "{\"quantity\":1,\"price\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(browser.put("/api/basket/items/no-id", "{\"quantity\":1}").status())
                .isEqualTo(404);
        assertThat(browser.post("/api/basket/merge", "{\"guestToken\":\"" + token + "\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_price_that_has_changed_is_said_so_once() {
        var token = guest();
        put(token, dune, 2);

        tell(new PriceChanged(dune, 1500, "EUR", 2, NOW));
        tell(new StockChanged(dune, 1, 9, NOW));
        await().untilAsserted(() -> assertThat(stockOf(put(guest(), dune, 1))).isEqualTo(1));
        await().untilAsserted(() -> assertThat(
                        put(guest(), dune, 1).json().at("/total/amount").asText())
                .isEqualTo("15.00"));

        var looked = send("GET", "/api/basket", token).json();
        assertThat(looked.at("/items/0/priceChanged").asBoolean()).isTrue();
        assertThat(looked.at("/items/0/book/price/amount").asText()).isEqualTo("15.00");
        assertThat(looked.at("/items/0/book/stock/status").asText()).isEqualTo("LOW");
        var again = send("GET", "/api/basket", token).json();
        assertThat(again.at("/items/0/priceChanged").asBoolean()).isFalse();
    }

    @Test
    void a_book_that_is_no_longer_offered_stays_to_be_seen() {
        var token = guest();
        put(token, dune, 2);

        tell(new BookDeleted(dune, 2, NOW));
        await().untilAsserted(() -> assertThat(put(guest(), dune, 1).status()).isEqualTo(404));

        var shown = send("GET", "/api/basket", token).json();
        assertThat(shown.at("/items/0/book/stock/status").asText()).isEqualTo("OUT_OF_STOCK");
    }

    @Test
    void a_guest_who_logs_in_keeps_the_basket() {
        var token = guest();
        put(token, dune, 2);
        var bob = browser.bearer("bob");

        var merged = browser.post("/api/basket/merge", "{\"guestToken\":\"" + token + "\"}", "Authorization", bob);

        assertThat(merged.json().findValuesAsText("id")).contains(dune.toString());
        assertThat(merged.header("X-Guest-Basket")).isNull();
        assertThat(send("GET", "/api/basket", token).json().path("items")).isEmpty();
        assertThat(browser.get("/api/basket", "Authorization", bob).json().findValuesAsText("id"))
                .contains(dune.toString());
    }

    @Test
    void others_may_ask_what_is_in_a_basket_and_an_order_empties_what_it_was_made_from() {
        var buyer = "alice";
        var alice = browser.bearer(buyer);
        send("DELETE", "/api/basket", "", "Authorization", alice);
        browser.put("/api/basket/items/" + dune, "{\"quantity\":2}", "Authorization", alice);

        var read = ask(new ReadBasket(buyer));
        assertThat(read.lines()).containsExactly(new BasketContents.Line(dune, 2, 1290, "EUR"));
        browser.put("/api/basket/items/" + dune, "{\"quantity\":3}", "Authorization", alice);
        var early = tell(ordered(buyer, read));
        await().atMost(Duration.ofSeconds(60)).until(() -> isHeard("basket.order.created " + early));
        var now = ask(new ReadBasket(buyer));
        assertThat(now.version()).isGreaterThan(read.version());
        assertThat(now.basketId()).isEqualTo(read.basketId());
        tell(ordered(buyer, now));

        await().untilAsserted(
                        () -> assertThat(ask(new ReadBasket(buyer)).version()).isZero());
        var filled = ask(
                new FillBasket(buyer, List.of(new FillBasket.Line(emma, 4), new FillBasket.Line(UUID.randomUUID(), 1))),
                BasketFilled.class);
        assertThat(filled.lines()).containsExactly(new BasketFilled.Line(emma, "Emma", 800, 3, "LOW", 4, false));
        assertThat(filled.totalMinor()).isEqualTo(3200);
        assertThat(filled.expiresAt()).isAfter(Instant.now());
        assertThat(ask(new ReadBasket(buyer)).basketId()).isNotEqualTo(read.basketId());
    }

    @Test
    void a_basket_that_redis_has_lost_the_end_of_is_another_when_it_changes_again() {
        var buyer = "bob";
        var bob = browser.bearer(buyer);
        var key = "basket:user:" + buyer;
        browser.put("/api/basket/items/" + dune, "{\"quantity\":1}", "Authorization", bob);
        var saved = String.valueOf(redis.opsForValue().get(key));
        browser.put("/api/basket/items/" + dune, "{\"quantity\":2}", "Authorization", bob);
        var lost = ask(new ReadBasket(buyer));

        redis.opsForValue().set(key, saved);
        browser.put("/api/basket/items/" + dune, "{\"quantity\":3}", "Authorization", bob);

        var now = ask(new ReadBasket(buyer));
        assertThat(now.basketId()).isEqualTo(lost.basketId());
        assertThat(now.version()).isGreaterThan(lost.version());
    }

    private BasketContents ask(ReadBasket request) {
        return ask(request, BasketContents.class);
    }

    private <A> A ask(Request request, Class<A> answer) {
        return camel.requestBody("direct:ask-" + request.getClass().getSimpleName(), request, answer);
    }

    /** Another context, which has questions. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Asker {

        @Bean
        RouteBuilder questions() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    question(new Question(ReadBasket.class, BasketContents.class));
                    question(new Question(FillBasket.class, BasketFilled.class));
                }

                private void question(Question question) {
                    from("direct:ask-" + question.request().getSimpleName())
                            .errorHandler(noErrorHandler())
                            .process(question::ask)
                            .to(question.endpoint())
                            .process(question::answer);
                }
            };
        }
    }

    private static OrderCreated ordered(String buyer, BasketContents basket) {
        return new OrderCreated(
                UUID.randomUUID(),
                buyer,
                "a@b.example",
                "tok_visa",
                2580,
                "EUR",
                List.of(),
                basket.basketId(),
                basket.version(),
                NOW);
    }

    private String guest() {
        return String.valueOf(browser.get("/api/basket").header("X-Guest-Basket"));
    }

    private Page put(String token, Object book, int quantity) {
        return browser.put("/api/basket/items/" + book, "{\"quantity\":" + quantity + "}", "X-Guest-Basket", token);
    }

    private Page send(String method, String path, String token, String... headers) {
        var all = headers.length > 0 ? headers : new String[] {"X-Guest-Basket", token};
        return browser.send(method, path, BodyPublishers.noBody(), all);
    }

    private static int stockOf(Page page) {
        return page.json().at("/items/0/book/stock/available").asInt();
    }

    private boolean isHeard(String consumed) {
        return database.jdbc()
                .sql("select exists (select 1 from inbox where consumed = ?)")
                .param(consumed)
                .query(Boolean.class)
                .single();
    }

    private String tell(Message message) {
        var id = UUID.randomUUID().toString();
        var type = MessageType.of(message.getClass());
        try {
            broker.send(
                    type.exchange(),
                    type.routingKey(),
                    MessageBuilder.withBody(json.writeValueAsBytes(message))
                            .setType(type.routingKey())
                            .setMessageId(id)
                            .setHeader("version", 1)
                            .build());
            return id;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
