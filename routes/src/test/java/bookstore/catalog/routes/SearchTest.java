package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.BrokenConnection;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.shared.postgres.ContextDatabase;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Searching over HTTP, in the books of the first start. */
@StockedCatalog
class SearchTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FirstStock stock;

    private Browser browser;

    @BeforeEach
    void come_in() {
        browser = new Browser(port);
        stock.isIndexed();
        await().atMost(Duration.ofSeconds(60)).until(() -> !isDegraded(search("q=love")));
    }

    @Test
    void a_known_title_is_first_and_needs_no_model() {
        var page = search("q=Moby-Dick");

        assertThat(titles(page)).first().isEqualTo("Moby-Dick");
        var first = page.json().path("items").get(0);
        assertThat(first.path("score").asDouble()).isPositive();
        assertThat(first.path("matchedBy").toString()).isEqualTo("[\"text\"]");
        assertThat(first.path("price").path("amount").asText()).isEqualTo("14.90");
        assertThat(isDegraded(page)).isFalse();
    }

    @Test
    void an_isbn_finds_its_book_and_no_other() {
        assertThat(titles(search("q=978-0-441-17271-9"))).containsExactly("Dune");
    }

    @Test
    void a_question_finds_what_it_is_about() {
        var page = search("q=" + encoded("astronaut left behind alone on Mars"));

        assertThat(titles(page)).first().isEqualTo("The Martian");
        assertThat(page.json().path("items").get(0).path("matchedBy").toString())
                .contains("vector");
    }

    @Test
    void a_word_with_a_minus_is_in_no_book_that_is_found_and_a_phrase_is_in_all() {
        assertThat(titles(search("q=dune"))).contains("Dune");
        assertThat(titles(search("q=dune%20-herbert"))).doesNotContain("Dune");
        assertThat(titles(search("q=" + encoded("jane -austen"))))
                .contains("Jane Eyre")
                .doesNotContain("Emma");
        assertThat(titles(search("q=" + encoded("\"left hand of darkness\""))))
                .containsExactly("The Left Hand of Darkness");
        assertThat(titles(search("q=" + encoded("\"darkness of hand\"")))).isEmpty();
    }

    @Test
    void a_slip_of_the_finger_is_forgiven() {
        assertThat(titles(search("q=frankenstien"))).first().isEqualTo("Frankenstein");
    }

    @Test
    void the_mode_says_which_way_is_searched() {
        assertThat(sources(search("q=whale&mode=text"))).containsOnly("[\"text\"]");
        assertThat(sources(search("q=whale&mode=vector"))).containsOnly("[\"vector\"]");
        assertThat(sources(search("q=whale"))).contains("[\"text\",\"vector\"]");
    }

    @Test
    void the_pages_together_are_the_ranking() {
        var all = titles(search("q=love&size=100"));
        var pages = new ArrayList<String>();
        for (var page = 1; page <= 10; page++) {
            pages.addAll(titles(search("q=love&size=10&page=" + page)));
        }

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(pages).containsExactlyElementsOf(all.subList(0, Math.min(100, all.size())));
    }

    @Test
    void all_pages_tell_the_same_total_and_the_facets_of_all() {
        var first = search("q=love&size=5");
        var third = search("q=love&size=5&page=3");

        assertThat(third.json().path("totalItems")).isEqualTo(first.json().path("totalItems"));
        assertThat(third.json().path("facets")).isEqualTo(first.json().path("facets"));
        assertThat(titles(search("q=love&size=100&page=50"))).isEmpty();
        assertThat(first.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void filters_hold_for_every_book_and_facets_count_them() {
        var page = search("q=love&category=Poetry&maxPrice=12&language=en&size=100");

        assertThat(page.json().path("items")).isNotEmpty().allSatisfy(book -> {
            assertThat(book.path("categories").findValuesAsText("name")).contains("Poetry");
            assertThat(book.path("price").path("amount").decimalValue()).isNotNull();
            assertThat(Double.parseDouble(book.path("price").path("amount").asText()))
                    .isLessThanOrEqualTo(12);
            assertThat(book.path("language").asText()).isEqualTo("en");
        });
        var total = page.json().path("totalItems").asText();
        assertThat(page.json().path("facets").path("category").toString())
                .contains("{\"value\":\"Poetry\",\"count\":" + total + "}");
    }

    @Test
    void an_author_is_a_filter_by_name_and_by_id() {
        var byName = search("author=jane%20austen");
        var id = byName.json().at("/items/0/authors/0/id").asText();

        assertThat(titles(byName)).containsExactlyInAnyOrder("Pride and Prejudice", "Emma");
        assertThat(titles(search("author=" + id))).containsExactlyElementsOf(titles(byName));
    }

    @Test
    void what_was_found_can_be_sorted_by_price() {
        var prices = search("q=love&sort=price&size=50").json().path("items").findValues("price").stream()
                .map(price -> Double.parseDouble(price.path("amount").asText()))
                .toList();

        assertThat(prices).hasSizeGreaterThan(10).isSorted();
    }

    @Test
    void nothing_asked_is_malformed() {
        assertThat(browser.get("/api/books/search").status()).isEqualTo(400);
        assertThat(browser.get("/api/books/search?q=" + "x".repeat(257)).status())
                .isEqualTo(400);
        assertThat(browser.get("/api/books/search?q=a&colour=red").status()).isEqualTo(400);
        assertThat(browser.get("/api/books/search?q=%20&category=Poetry").status())
                .isEqualTo(200);
    }

    @Test
    void strange_queries_are_answered() {
        for (var query :
                List.of("'; drop table books", "&|!:*", "\"", "-", "ünïcödé", "💥", "\\", "%_%", "a".repeat(256))) {
            assertThat(search("q=" + encoded(query)).status()).as(query).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "text", "vector"})
    void what_has_neither_letter_nor_digit_finds_nothing(String mode) {
        for (var query : List.of("?", "...", "💥", "&|!:*", "%_%")) {
            var page = search("q=" + encoded(query) + "&mode=" + mode);
            assertThat(page.json().path("totalItems").asInt(-1)).as(query).isZero();
            assertThat(isDegraded(page)).as(query).isFalse();
        }
    }

    @Test
    void a_search_whose_database_goes_away_meanwhile_is_told_to_come_again(
            @Autowired @Qualifier("catalogDatabase") ContextDatabase database) {
        var page = BrokenConnection.whileWaitingFor(
                "books in access exclusive mode", "%ts_rank%", database, () -> search("q=albatross"));

        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("2");
    }

    /** As many as {@code fuzz.queries} says. */
    @Test
    void whatever_is_asked_is_answered_or_refused_and_never_an_error() {
        var queries = new HostileQueries(17);
        for (var round = 0; round < Integer.getInteger("fuzz.queries", 300); round++) {
            var query = queries.next();
            var path =
                    switch (round % 6) {
                        case 0 -> "search?mode=text&q=" + query;
                        case 1 -> "search?mode=vector&q=" + query;
                        case 2 -> "search?q=love&category=" + query;
                        case 3 -> "suggest?q=" + query;
                        case 4 -> "search?q=" + query + "&sort=price&author=" + queries.next();
                        default -> "search?q=" + query;
                    };
            isAnsweredOrRefused(path);
        }
    }

    @Test
    void nothing_that_can_be_typed_is_an_error() {
        for (var query : HostileQueries.SINGLE) {
            isAnsweredOrRefused("search?q=" + query);
            isAnsweredOrRefused("suggest?q=" + query);
        }
        assertThat(browser.get("/api/books/search?q=" + "a".repeat(10_000)).status())
                .isIn(400, 414);
    }

    private void isAnsweredOrRefused(String path) {
        var page = browser.get("/api/books/" + path);
        assertThat(page.status()).as(path).isIn(200, 400, 422);
        if (page.status() != 200) {
            assertThat(page.header("Content-Type")).as(path).startsWith("application/problem+json");
        } else {
            assertThat(page.json().path("items").isArray()).as(path).isTrue();
            assertThat(isDegraded(page)).as(path).isFalse();
        }
    }

    @Test
    void titles_and_authors_are_suggested() {
        assertThat(suggestions("the hound")).containsExactly("The Hound of the Baskervilles");
        assertThat(suggestions("tols")).containsExactly("Leo Tolstoy");
        assertThat(suggestions("the")).hasSize(10);
        assertThat(suggestions("%")).isEmpty();
    }

    @Test
    void books_like_one_are_named_by_its_meaning() {
        var similar = browser.get("/api/books/9780441172719/similar?size=5");

        assertThat(similar.status()).isEqualTo(200);
        assertThat(titles(similar)).hasSize(5).doesNotContain("Dune");
        assertThat(browser.get("/api/books/00000000-0000-7000-8000-000000000000/similar")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_new_book_is_found_by_its_meaning_and_a_removed_one_is_not() {
        var admin = browser.bearer("admin");
        var query = "q=" + encoded("keeping bees on the roof of a skyscraper");
        search(query);
        var added = browser.post(
                "/api/books",
                "{\"title\":\"Honey High Up\",\"language\":\"en\",\"price\":{\"amount\":\"9.90\",\"currency\":\"EUR\"},"
                        + "\"description\":\"How hives thrive on top of tall buildings in the city.\"}",
                "Authorization",
                admin);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(titles(search(query)).subList(0, 3)).contains("Honey High Up"));
        assertThat(titles(search("mode=vector&" + query))).first().isEqualTo("Honey High Up");

        browser.send("DELETE", added.header("Location"), BodyPublishers.noBody(), "Authorization", admin);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(titles(search(query))).doesNotContain("Honey High Up"));
    }

    @Test
    void while_a_new_index_is_built_books_come_change_and_go_and_none_is_missed() {
        var admin = browser.bearer("admin");
        var writers = Executors.newFixedThreadPool(3);
        var writing = IntStream.range(0, 3)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> write(writer, admin), writers))
                .toList();
        var rebuilt = rebuild(admin);
        assertThat(isDegraded(search("q=whales%20during%20a%20rebuild"))).isFalse();
        var kept = writing.stream().flatMap(books -> books.join().stream()).toList();
        writers.shutdown();

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            var last = browser.get("/api/admin/search/reindex", "Authorization", admin)
                    .json();
            assertThat(last.path("id").asLong()).isGreaterThanOrEqualTo(rebuilt);
            assertThat(last.path("state").asText()).isEqualTo("DONE");
        });
        stock.isIndexed();
        for (var title : kept) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(titles(search("mode=vector&q=" + encoded(title))))
                            .contains(title));
        }
    }

    private long rebuild(String admin) {
        var begun = new AtomicReference<Page>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            begun.set(browser.post("/api/admin/search/reindex", "", "Authorization", admin));
            return begun.get().status() == 202;
        });
        return begun.get().json().path("id").asLong();
    }

    /** @return titles of the books that are there in the end */
    private List<String> write(int writer, String admin) {
        var kept = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            var title = "Rebuilt Shelf %d of the Carpenter %d".formatted(i, writer);
            var added = browser.post("/api/books", written(title + " in Pieces"), "Authorization", admin);
            var place = added.header("Location");
            if (i % 3 == 0) {
                browser.send("DELETE", place, BodyPublishers.noBody(), "Authorization", admin);
            } else {
                browser.put(place, written(title), "Authorization", admin, "If-Match", added.header("ETag"));
                kept.add(title);
            }
        }
        return kept;
    }

    private static String written(String title) {
        return "{\"title\":\"%s\",\"language\":\"en\",\"price\":{\"amount\":\"9.90\",\"currency\":\"EUR\"}}"
                .formatted(title);
    }

    private Page search(String query) {
        return browser.get("/api/books/search?" + query);
    }

    private List<String> suggestions(String typed) {
        var items = new ArrayList<String>();
        browser.get("/api/books/suggest?q=" + encoded(typed))
                .json()
                .path("items")
                .forEach(item -> items.add(item.asText()));
        return items;
    }

    private static boolean isDegraded(Page page) {
        return page.json().path("degraded").asBoolean();
    }

    private static List<String> titles(Page page) {
        var titles = new ArrayList<String>();
        page.json().path("items").forEach(item -> titles.add(item.path("title").asText()));
        return titles;
    }

    private static List<String> sources(Page page) {
        var sources = new ArrayList<String>();
        page.json()
                .path("items")
                .forEach(item -> sources.add(item.path("matchedBy").toString()));
        return sources;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
