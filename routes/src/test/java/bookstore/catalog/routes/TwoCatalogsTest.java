package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.catalog.search.Search;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Two instances of the catalogue share what they remember, and neither does what the other has done. */
@StockedCatalog
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoCatalogsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext one;

    @Autowired
    private FirstStock stock;

    @Autowired
    private StringRedisTemplate redis;

    private ConfigurableApplicationContext other;
    private List<Browser> browsers;
    private List<String> admins;

    @BeforeAll
    void open_the_other() {
        stock.isIndexed();
        other = new SpringApplicationBuilder(Bookstore.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.jmx.enabled=false",
                        "--bookstore.services=catalog,identity",
                        "--bookstore.identity.directory=target/other-identity",
                        "--bookstore.catalog.stock-shelves=false",
                        "--bookstore.catalog.search.count-words-every=1s",
                        "--bookstore.catalog.cache.count-every=200");
        browsers = List.of(
                new Browser(port),
                new Browser(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
        admins = browsers.stream().map(browser -> browser.bearer("admin")).toList();
        browsers.forEach(browser -> await().atMost(PATIENCE).until(() -> !search(browser, "ready " + UUID.randomUUID())
                .json()
                .path("degraded")
                .asBoolean()));
    }

    @AfterAll
    void close_the_other() {
        other.close();
    }

    /** A machine that is too busy for a hundred at once answers some of them 503; then they come again. */
    @Test
    void a_hundred_equal_questions_at_once_are_understood_and_searched_once_in_each() {
        await().atMost(PATIENCE.multipliedBy(2)).untilAsserted(this::a_hundred_ask_the_same);
    }

    private void a_hundred_ask_the_same() {
        var query = "the sea in winter " + UUID.randomUUID();
        var calls = apps().flatMap(app -> Stream.of("catalog-compose-page", "catalog-understand-query")
                        .map(route -> new CountedCalls(app.getBean(CamelContext.class), route, query)))
                .toList();
        var askers = Executors.newFixedThreadPool(100);
        var pages = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> search(browsers.get(i % 2), query), askers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        askers.shutdown();
        calls.forEach(CountedCalls::close);

        assertThat(pages).extracting(Page::status).containsOnly(200);
        assertThat(pages)
                .extracting(page -> page.json().path("items"))
                .containsOnly(pages.get(0).json().path("items"));
        assertThat(calls)
                .extracting(CountedCalls::count)
                .allMatch(count -> count <= 1)
                .contains(1);
    }

    @Test
    void a_change_at_one_shows_at_both_although_both_had_the_page_ready() {
        var title = "Twice " + UUID.randomUUID();
        var book = add(title);
        browsers.forEach(browser -> await().atMost(PATIENCE).untilAsserted(() -> {
            var page = search(browser, title + "&minPrice=11");
            assertThat(state(page)).isEqualTo("HIT");
            assertThat(page.body()).contains(title);
        }));

        var changed = browsers.get(0)
                .put(
                        book.header("Location"),
                        json(title, "10.00"),
                        "If-Match",
                        book.header("ETag"),
                        "Authorization",
                        admins.get(0));

        assertThat(changed.status()).isEqualTo(200);
        browsers.forEach(browser -> await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        search(browser, title + "&minPrice=11").body())
                .doesNotContain(title)));
    }

    @Test
    void a_book_that_was_taken_off_at_one_never_shows_at_the_other() {
        var title = "Gone " + UUID.randomUUID();
        var book = add(title);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var page = search(browsers.get(1), title);
            assertThat(state(page)).isEqualTo("HIT");
            assertThat(page.body()).contains(title);
        });

        browsers.get(0)
                .send("DELETE", book.header("Location"), BodyPublishers.noBody(), "Authorization", admins.get(0));

        assertThat(search(browsers.get(1), title).body()).doesNotContain(title);
    }

    @Test
    void what_is_popular_is_made_ready_by_one_for_both() {
        var query = "popular " + UUID.randomUUID();
        IntStream.range(0, 9).forEach(i -> search(browsers.get(i % 2), query));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(statistics(0).path("popular").toString()).contains(query));
        var page = PageKey.of(Search.of(query));
        await().atMost(PATIENCE)
                .ignoreException(ConditionTimeoutException.class)
                .untilAsserted(() -> {
                    redis.delete(redis.keys("catalog:page:*"));
                    var before = List.of(warmed(0), warmed(1));
                    warmBoth();
                    await().atMost(Duration.ofSeconds(5)).until(() -> redis.hasKey(page));
                    browsers.forEach(
                            browser -> assertThat(state(search(browser, query))).isEqualTo("HIT"));
                    assertThat(List.of(warmed(0) - before.get(0), warmed(1) - before.get(1)))
                            .as("pages that each has found")
                            .contains(0L)
                            .anyMatch(pages -> pages > 0);
                });
    }

    private void warmBoth() {
        IntStream.range(0, 2)
                .mapToObj(i -> browsers.get(i).post("/api/admin/cache/warm", "", "Authorization", admins.get(i)))
                .forEach(page -> assertThat(page.status()).isEqualTo(202));
    }

    @Test
    void a_redis_that_has_lost_everything_is_filled_again() {
        var query = "a garden wall " + UUID.randomUUID();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(search(browsers.get(0), query)))
                .isEqualTo("HIT"));

        redis.execute((RedisCallback<Object>) connection -> {
            connection.serverCommands().flushAll();
            return null;
        });

        browsers.forEach(browser -> assertThat(
                        search(browser, query).json().path("degraded").asBoolean())
                .isFalse());
        browsers.forEach(browser -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(search(browser, query))).isEqualTo("HIT")));
    }

    private Stream<ApplicationContext> apps() {
        return Stream.of(one, other);
    }

    private long warmed(int instance) {
        return statistics(instance).path("warmed").asLong();
    }

    private JsonNode statistics(int instance) {
        return browsers.get(instance)
                .get("/api/admin/cache", "Authorization", admins.get(instance))
                .json();
    }

    private Page add(String title) {
        return browsers.get(0).post("/api/books", json(title, "12.00"), "Authorization", admins.get(0));
    }

    private static String json(String title, String price) {
        return "{\"title\":\"%s\",\"language\":\"en\",\"price\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                .formatted(title, price);
    }

    private static Page search(Browser browser, String query) {
        return browser.get("/api/books/search?q=" + query.replace(" ", "%20"));
    }

    private static String state(Page page) {
        return page.header("X-Cache");
    }
}
