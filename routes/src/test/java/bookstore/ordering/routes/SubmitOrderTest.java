package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.BrokenConnection;
import bookstore.catalog.events.BookDeleted;
import bookstore.edge.Browser.Page;
import bookstore.shared.RequestKey;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** At the checkout: one wish is one order, and what cannot be ordered is not begun. */
@OrderingAlone
@ExtendWith(OutputCaptureExtension.class)
class SubmitOrderTest {

    private static final String KEY = "Idempotency-Key";

    private final OtherContexts others;
    private final CamelContext camel;
    private final ContextDatabase database;
    private final Buyer alice;
    private final Buyer bob;

    SubmitOrderTest(
            @Autowired Buyers buyers,
            @Autowired CamelContext camel,
            @Autowired @Qualifier("orderingDatabase") ContextDatabase database) {
        this.camel = camel;
        this.database = database;
        this.alice = buyers.named("alice");
        this.bob = buyers.named("bob");
        this.others = alice.others;
    }

    @AfterEach
    void find() {
        others.findAll();
    }

    @Test
    void an_order_is_accepted_with_its_place() {
        alice.fillsBasket();

        var page = alice.submits();

        assertThat(page.status()).isEqualTo(202);
        assertThat(page.header("Location"))
                .isEqualTo("/api/orders/" + page.json().path("id").asText());
        assertThat(page.header("Idempotent-Replayed")).isNull();
        assertThat(page.json().at("/items/0/lineTotal/amount").asText()).isEqualTo("25.80");
        assertThat(page.json().at("/total/currency").asText()).isEqualTo("EUR");
        assertThat(page.json().at("/payment/status").asText()).isEqualTo("PENDING");
        assertThat(page.response().headers().map().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("Long-Running-Action"));
    }

    @Test
    void the_same_request_again_is_answered_the_same() {
        alice.fillsBasket();
        var key = key();
        var first = alice.submits(KEY, key);
        alice.fillsBasket();

        var again = alice.submits(KEY, key);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var other = alice.post("/api/orders", Buyer.form("tok_declined"), KEY, key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asText()).endsWith("/key-reused");
    }

    @Test
    void the_key_of_another_buyer_is_another_key() {
        var key = key();
        alice.fillsBasket();
        var first = alice.submits(KEY, key);
        bob.fillsBasket();

        var second = bob.submits(KEY, key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void twenty_equal_requests_at_once_are_one_order() {
        alice.fillsBasket();
        var key = key();

        var pages = atOnce(20, () -> alice.submits(KEY, key));

        assertThat(pages).extracting(Page::status).containsOnly(202);
        assertThat(pages)
                .extracting(page -> page.header("Location"))
                .containsOnly(pages.get(0).header("Location"));
        assertThat(pages)
                .extracting(page -> page.header("Idempotent-Replayed"))
                .filteredOn(replayed -> replayed == null)
                .hasSize(1);
    }

    @Test
    void a_double_click_without_a_key_is_one_order() {
        alice.fillsBasket();

        var pages = atOnce(10, alice::submits);

        assertThat(pages).extracting(Page::status).containsOnly(202);
        assertThat(pages)
                .extracting(page -> page.header("Location"))
                .containsOnly(pages.get(0).header("Location"));
    }

    @Test
    void a_basket_that_has_changed_since_it_was_ordered_is_another_wish() {
        alice.fillsBasket();
        var first = alice.submits();
        others.touch("alice");

        var second = alice.submits();

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void who_comes_while_the_first_request_is_running_is_told_to_come_again() {
        alice.fillsBasket();
        var key = key();

        var page = database.transaction().execute(status -> {
            database.jdbc()
                    .sql("insert into given_answers (caller, operation, key_digest) values ('alice', ?, ?)")
                    .params(CheckoutReader.OPERATION, digest(key))
                    .update();
            return alice.submits(KEY, key);
        });

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.json().path("type").asText()).endsWith("/request-running");
    }

    @Test
    void when_the_database_goes_away_meanwhile_the_same_request_makes_the_order_later() {
        alice.fillsBasket();
        var key = key();

        var page = BrokenConnection.whileWaitingFor(
                "given_answers in exclusive mode",
                "insert into given_answers %",
                database,
                () -> alice.submits(KEY, key));

        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("2");
        var again = alice.submits(KEY, key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void answers_are_kept_for_a_day_and_forgotten_then() throws Exception {
        var old = key();
        var young = key();
        alice.fillsBasket();
        var first = alice.submits(KEY, old);
        age(old, "24 hours 1 minute");
        alice.fillsBasket();
        alice.submits(KEY, young);
        age(young, "23 hours 30 minutes");

        camel.getRouteController().stopRoute("ordering-forget-answers");
        camel.getRouteController().startRoute("ordering-forget-answers");

        await().atMost(Duration.ofSeconds(60)).until(() -> kept(old) == 0);
        assertThat(kept(young)).isEqualTo(1);
        alice.fillsBasket();
        var again = alice.submits(KEY, old);
        assertThat(again.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Location")).isNotEqualTo(first.header("Location"));
    }

    private void age(String key, String age) {
        database.jdbc()
                .sql("update given_answers set created_at = created_at - ?::interval where key_digest = ?")
                .params(age, digest(key))
                .update();
    }

    private long kept(String key) {
        return alice.count("select count(*) from given_answers where key_digest = ?", digest(key));
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        var key = key();
        others.put("alice", List.of());
        assertThat(alice.submits(KEY, key).status()).isEqualTo(422);
        alice.fillsBasket();

        assertThat(alice.submits(KEY, key).status()).isEqualTo(202);
    }

    @Test
    void who_wants_to_wait_is_told_the_end() {
        alice.fillsBasket();
        var key = key();
        var submitted = CompletableFuture.supplyAsync(() -> alice.submits("Prefer", "wait=20", KEY, key));
        await().until(() -> alice.count("select count(*) from given_answers where key_digest = ?", digest(key)) == 1);
        var id = UUID.fromString(alice.submits(KEY, key).json().path("id").asText());

        alice.paid(id);
        alice.reserved(id);
        var page = submitted.join();

        assertThat(page.status()).isEqualTo(201);
        assertThat(page.json().path("status").asText()).isEqualTo("ORDER_CONFIRMED");
        assertThat(page.header("Preference-Applied")).isEqualTo("wait=20");
        assertThat(alice.submits(KEY, key).status()).isEqualTo(201);
    }

    @Test
    void who_has_waited_in_vain_is_told_that_it_goes_on() {
        alice.fillsBasket();

        var page = alice.submits("Prefer", "respond-async, wait=1");

        assertThat(page.status()).isEqualTo(202);
        assertThat(page.header("Preference-Applied")).isEqualTo("wait=1");
        assertThat(alice.submits("Prefer", "wait=99").header("Preference-Applied"))
                .isNull();
    }

    @Test
    void what_cannot_be_ordered_is_said_and_not_begun() {
        var before = alice.count("select count(*) from orders");
        others.put("alice", List.of());
        assertThat(refusal(alice.submits())).isEqualTo("empty-basket");

        alice.fillsBasket();
        var elsewhere = Buyer.form("tok_visa").replace("\"DE\"", "\"XX\"");
        assertThat(refusal(alice.post("/api/orders", elsewhere))).isEqualTo("unknown-country");

        alice.fillsBasket(alice.findsBook(), 1, 990);
        var dearer = alice.submits();
        assertThat(refusal(dearer)).isEqualTo("price-changed");
        assertThat(dearer.json().at("/changes/0/shown/amount").asText()).isEqualTo("9.90");
        assertThat(dearer.json().at("/changes/0/current/amount").asText()).isEqualTo("12.90");

        var gone = alice.findsBook();
        others.tell(new BookDeleted(gone, 2, Buyer.NOW));
        await().until(() ->
                alice.count("select count(*) from price_list where book_id = ? and not on_sale", gone) == 1);
        alice.fillsBasket(gone, 1, 1290);
        assertThat(refusal(alice.submits())).isEqualTo("not-on-sale");

        assertThat(alice.count("select count(*) from orders")).isEqualTo(before);
        assertThat(alice.count("select count(*) from sagas s where not exists"
                        + " (select 1 from orders o where o.saga_id = s.id)"))
                .isZero();
    }

    @Test
    void a_card_number_is_refused_and_written_down_nowhere(CapturedOutput output) {
        alice.fillsBasket();
        var card = "4242424242424242";

        for (var field : List.of("tok_visa", "alice@", "Alice <b>", "Main Street 1", "Berlin", "10115")) {
            var page = alice.post(
                    "/api/orders", Buyer.form("tok_visa").replace(field, card + field.replaceFirst("\\w+", "")));
            assertThat(refusal(page)).as(field).isEqualTo("card-number");
            assertThat(page.body()).doesNotContain(card);
        }
        var spaced = alice.post("/api/orders", Buyer.form("4242 4242 4242 4242"));

        assertThat(refusal(spaced)).isEqualTo("card-number");
        for (var more : List.of(
                "{\"cardNumber\":\"" + card + "\",",
                "{\"cardNumber\":" + card + ",",
                "{\"card\":{\"numbers\":[\"4242-4242-4242-4242\"]},",
                "{\"note\":\"my card is \\u0034242424242424242 thanks\",",
                "{\"" + card + "\":true,")) {
            assertThat(refusal(alice.post(
                            "/api/orders", more + Buyer.form("tok_visa").substring(1))))
                    .as(more)
                    .isEqualTo("card-number");
        }
        assertThat(refusal(alice.submits("Idempotency-Key", card))).isEqualTo("card-number");
        assertThat(refusal(alice.submits("Prefer", "wait=1; " + card))).isEqualTo("card-number");
        assertThat(refusal(alice.post("/api/orders?card=" + card, Buyer.form("tok_visa"))))
                .isEqualTo("card-number");
        var followed = alice.submits("X-Correlation-Id", card);
        assertThat(followed.header("X-Correlation-Id")).isNotEqualTo(card);
        assertThat(alice.count("select count(*) from outbox where outbox::text like '%" + card + "%'"))
                .isZero();
        assertThat(output.getAll()).doesNotContain(card, "4242 4242");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders/4242424242424242",
                "/api/orders?buyer=4242424242424242",
                "/api/orders?buyer=4242%204242%204242%204242",
                "/api/orders?4242+4242+4242+4242=1",
                "/api/orders/01900000-0000-7000-8000-00000000d09e/timeline?card=4242-4242-4242-4242",
                "/api/dead-letters/4242424242424242",
                "/4242424242424242?card=4242424242424242"
            })
    void a_card_number_is_taken_in_no_address_either(String path, CapturedOutput output) {
        var page = alice.get(path);

        assertThat(page.status()).isIn(404, 422);
        assertThat(page.status() == 404 || refusal(page).equals("card-number")).isTrue();
        assertThat(page.body() + output.getAll())
                .doesNotContain("4242424242424242", "4242 4242", "4242-4242", "4242%20");
    }

    @Test
    void without_word_from_the_basket_nothing_is_begun() {
        alice.fillsBasket();
        var before = alice.count("select count(*) from orders");
        others.lose("alice");

        var page = alice.submits();

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotNull();
        assertThat(alice.count("select count(*) from orders")).isEqualTo(before);
    }

    @Test
    void only_who_may_order_orders_and_only_in_few_words() {
        assertThat(alice.browser.post("/api/orders", Buyer.form("tok_visa")).status())
                .isEqualTo(401);
        var talkative = Buyer.form("tok_visa").replace("Berlin", "B".repeat(17_000));
        assertThat(alice.post("/api/orders", talkative).status()).isEqualTo(413);
        assertThat(alice.post("/api/orders", "{\"email\":\"a@b\"}").status()).isEqualTo(400);
    }

    private static String refusal(Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(422);
        return page.json().path("type").asText().replaceFirst(".*/", "");
    }

    private static String digest(String key) {
        return new RequestKey("alice", CheckoutReader.OPERATION, key).digest();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<Page> atOnce(int count, Supplier<Page> call) {
        var calls = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(call, runnable -> new Thread(runnable).start()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
