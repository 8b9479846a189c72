package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.StockKeeper;
import bookstore.catalog.search.QueryVectors;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What is remembered of a search, and for how long. */
@StockedCatalog
class SearchCacheTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private FirstStock stock;

    @Autowired
    private QueryVectors vectors;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private StockKeeper keeper;

    @Autowired
    @Qualifier("catalogDatabase")
    private ContextDatabase database;

    private Browser browser;
    private String admin;

    @BeforeEach
    void come_in() {
        browser = new Browser(port);
        admin = browser.bearer("admin");
        stock.isIndexed();
    }

    @Test
    void what_was_found_is_ready_for_the_next() {
        var query = "a garden wall " + UUID.randomUUID();
        var first = search(query);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("HIT"));

        var second = search(query);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Age")).isNotNull();
        assertThat(state(search(query.toUpperCase(Locale.ROOT) + " "))).isEqualTo("HIT");
        assertThat(state(search(query + "&page=2"))).isEqualTo("MISS");
    }

    @Test
    void a_page_whose_time_is_over_is_given_once_more_and_found_anew_meanwhile() {
        var query = "an old bridge " + UUID.randomUUID();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("HIT"));

        redis.keys("catalog:page:*").forEach(this::endTime);

        var stale = search(query);
        assertThat(state(stale)).isEqualTo("STALE");
        assertThat(stale.json().path("items")).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("HIT"));
    }

    private void endTime(String key) {
        var page = redis.opsForValue().get(key);
        redis.opsForValue()
                .set(key, page.replaceAll("\"freshUntil\":[^,]+", "\"freshUntil\":\"2020-01-01T00:00:00Z\""));
    }

    @Test
    void many_who_ask_the_same_at_once_let_it_be_found_once() {
        var before = vectors.size();
        var query = "the sea in winter " + UUID.randomUUID();
        var askers = Executors.newFixedThreadPool(20);

        var pages = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> search(query), askers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(pages).extracting(Page::status).containsOnly(200);
        assertThat(pages).extracting(SearchCacheTest::state).contains("MISS");
        assertThat(vectors.size()).isEqualTo(before + 1);
        askers.shutdown();
    }

    @Test
    void a_new_book_makes_pages_old_and_a_changed_one_lets_them_count_no_more() {
        // not as shoppers mostly ask, or it would be made ready again by itself
        var query = "a lonely lighthouse " + UUID.randomUUID() + "&size=7";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("HIT"));

        var book = add("Lamps at Sea", "12.00");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("STALE"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("HIT"));

        browser.send("DELETE", book.header("Location"), BodyPublishers.noBody(), "Authorization", admin);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("MISS"));
    }

    @Test
    void a_new_price_shows_at_once_even_in_a_page_that_was_ready() {
        var title = "Prices " + UUID.randomUUID();
        var book = add(title, "12.00");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(title))).isEqualTo("HIT"));

        browser.put(
                book.header("Location"), json(title, "7.50"), "If-Match", book.header("ETag"), "Authorization", admin);

        assertThat(search(title).json().at("/items/0/price/amount").asText()).isEqualTo("7.50");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        search(title + "&maxPrice=8").json().path("totalItems").asInt())
                .isEqualTo(1));
    }

    @Test
    void a_new_price_is_found_by_without_asking_the_model_again() {
        var title = "Cheaper " + UUID.randomUUID();
        var book = add(title, "12.00");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(search(title + "&maxPrice=8")))
                .isEqualTo("HIT"));
        assertThat(search(title + "&maxPrice=8").body()).doesNotContain(title);
        var before = vectors.size();

        browser.put(
                book.header("Location"), json(title, "7.50"), "If-Match", book.header("ETag"), "Authorization", admin);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(search(title + "&maxPrice=8").body()).contains(title));

        assertThat(vectors.size()).isEqualTo(before);
    }

    @Test
    void a_book_that_is_sold_out_leaves_the_pages_of_what_can_be_had() {
        var title = "Last Copy " + UUID.randomUUID();
        var book = add(title, "12.00");
        var id = UUID.fromString(book.json().path("id").asText());
        sell(id, 1, 1_000_001);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(titlesInStock(title)).contains(title));

        sell(id, 0, 1_000_002);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(titlesInStock(title)).doesNotContain(title));
    }

    private void sell(UUID book, int left, long version) {
        database.transaction()
                .executeWithoutResult(status -> keeper.note(new StockChanged(book, left, version, Instant.EPOCH)));
    }

    private List<String> titlesInStock(String title) {
        return search(title + "&mode=text&inStock=true").json().path("items").findValuesAsText("title");
    }

    /** Somebody else's Redis, or somebody who is not kind. */
    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "null", "[]", "{}", "{\"epoch\":\"\"}", "{\"epoch\":\"\",\"page\":{\"hits\":[null]}}"
            })
    void what_is_no_page_is_passed_over(String entry) {
        var query = "a strange entry " + UUID.randomUUID();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(query))).isEqualTo("HIT"));
        redis.keys("catalog:page:*").forEach(key -> redis.opsForValue().set(key, entry));

        var page = search(query);

        assertThat(page.status()).isEqualTo(200);
        assertThat(state(page)).isEqualTo("MISS");
        assertThat(page.json().path("degraded").asBoolean()).isFalse();
    }

    @Test
    void what_is_popular_is_ready_again_after_a_change() {
        var query = "popular " + UUID.randomUUID();
        IntStream.range(0, 5).forEach(i -> search(query));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(statistics().path("popular").toString()).contains(query));

        assertThat(browser.send("DELETE", "/api/admin/cache", BodyPublishers.noBody(), "Authorization", admin)
                        .status())
                .isEqualTo(204);

        await().pollDelay(Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(browser.post("/api/admin/cache/warm", "", "Authorization", admin)
                            .status())
                    .isEqualTo(202);
            assertThat(state(search(query))).isEqualTo("HIT");
        });
    }

    @Test
    void hits_and_misses_are_counted() {
        var before = statistics();
        search("counted " + UUID.randomUUID());
        var after = statistics();

        assertThat(after.path("misses").asLong())
                .isGreaterThan(before.path("misses").asLong());
        assertThat(after.path("hitRatio").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void the_cache_is_for_admins() {
        assertThat(browser.get("/api/admin/cache").status()).isEqualTo(401);
        assertThat(browser.get("/api/admin/cache", "Authorization", browser.bearer("alice"))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode statistics() {
        return browser.get("/api/admin/cache", "Authorization", admin).json();
    }

    private Page add(String title, String price) {
        return browser.post("/api/books", json(title, price), "Authorization", admin);
    }

    private static String json(String title, String price) {
        return "{\"title\":\"%s\",\"language\":\"en\",\"price\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                .formatted(title, price);
    }

    private Page search(String query) {
        return browser.get("/api/books/search?q=" + query.replace(" ", "%20"));
    }

    private static String state(Page page) {
        return page.header("X-Cache");
    }
}
