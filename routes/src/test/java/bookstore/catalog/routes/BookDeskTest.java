package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.search.Search;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.messaging.RetellingConsole;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Books over HTTP: read by all, written by admins. */
@CatalogAlone
@ExtendWith(OutputCaptureExtension.class)
class BookDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private CamelContext camel;

    private Browser browser;
    private String admin;

    @BeforeEach
    void come_in() {
        browser = new Browser(port);
        admin = browser.bearer("admin");
    }

    @Test
    void a_book_is_added_and_shown_by_id_and_isbn() {
        var isbn = Isbns.next();
        var added = add(book(isbn, "Added", "12.90"));

        assertThat(added.status()).isEqualTo(201);
        var id = added.json().path("id").asText();
        assertThat(added.header("Location")).isEqualTo("/api/books/" + id);
        assertThat(added.json().path("authors").get(0).path("name").asText()).isEqualTo("Ann Author");
        assertThat(added.json().path("stock").path("status").asText()).isEqualTo("IN_STOCK");
        assertThat(added.json().path("version").asInt()).isEqualTo(1);
        for (var name : new String[] {id, isbn}) {
            var shown = browser.get("/api/books/" + name);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.json()).isEqualTo(added.json());
            assertThat(shown.header("ETag")).isEqualTo(added.header("ETag"));
        }
    }

    @Test
    void a_book_that_the_caller_has_is_not_sent_again() {
        var added = add(book(Isbns.next(), "Cached", "12.90"));

        var again = browser.get(added.header("Location"), "If-None-Match", added.header("ETag"));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(added.header("ETag"));
    }

    @Test
    void what_is_not_there_is_404() {
        for (var name : new String[] {"00000000-0000-7000-8000-000000000000", "9780000000002", "nonsense"}) {
            assertThat(browser.get("/api/books/" + name).status()).as(name).isEqualTo(404);
        }
    }

    @Test
    void a_book_is_changed_by_whoever_has_seen_its_last_version() {
        var isbn = Isbns.next();
        var added = add(book(isbn, "Before", "12.90"));
        var place = added.header("Location");

        var changed = browser.put(
                place, book(isbn, "After", "9.90"), "Authorization", admin, "If-Match", added.header("ETag"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("title").asText()).isEqualTo("After");
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(browser.get(place).json()).isEqualTo(changed.json());
        assertThat(put(place, isbn, "If-Match", added.header("ETag")).status()).isEqualTo(412);
        assertThat(put(place, isbn, "If-Match", "\"nonsense\"").status()).isEqualTo(412);
        assertThat(put(place, isbn).status()).isEqualTo(428);
        assertThat(put(place, isbn, "If-Match", "\"1\", W/\"2\"").status()).isEqualTo(412);
        var either = put(place, isbn, "If-Match", "\"nonsense\", " + changed.header("ETag") + ", \"1\"");
        assertThat(either.status()).isEqualTo(200);
        assertThat(put(place, isbn, "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void a_book_with_another_isbn_is_told_of_again(@Autowired RabbitTemplate broker) {
        var added = add(book(Isbns.next(), "Renumbered", "12.90"));
        var other = Isbns.next();

        browser.put(
                added.header("Location"),
                book(other, "Renumbered", "12.90"),
                "Authorization",
                admin,
                "If-Match",
                added.header("ETag"));

        await().atMost(PATIENCE).until(() -> heard(broker).anyMatch(told -> told.contains(other) && isToldAgain(told)));
    }

    @Test
    void all_books_are_told_of_again_when_somebody_asks_for_it(
            @Autowired RabbitTemplate broker, @Autowired RetellingConsole console) {
        var title = "Told " + Isbns.next();
        add(book(Isbns.next(), title, "12.90"));
        await().atMost(PATIENCE)
                .until(() -> heard(broker).anyMatch(told -> told.contains(title) && !isToldAgain(told)));

        assertThat(console.tellAgain()).isPositive();

        await().atMost(PATIENCE).until(() -> heard(broker).anyMatch(told -> told.contains(title) && isToldAgain(told)));
    }

    private static boolean isToldAgain(String told) {
        return told.contains("\"toldAgainAt\":\"");
    }

    /** What inventory would hear next of books. */
    private static Stream<String> heard(RabbitTemplate broker) {
        return Stream.generate(() -> broker.receive("inventory.book.created"))
                .takeWhile(Objects::nonNull)
                .map(told -> new String(told.getBody(), StandardCharsets.UTF_8));
    }

    @Test
    void a_book_that_is_taken_off_is_gone() {
        var place = add(book(Isbns.next(), "Gone", "12.90")).header("Location");

        assertThat(delete(place).status()).isEqualTo(204);
        assertThat(browser.get(place).status()).isEqualTo(404);
        assertThat(delete(place).status()).isEqualTo(404);
    }

    @Test
    void the_same_isbn_is_not_added_twice() {
        var book = book(Isbns.next(), "Once", "12.90");
        add(book);

        assertThat(add(book).status()).isEqualTo(409);
    }

    @Test
    void all_that_is_impossible_is_said_at_once() {
        var answer = add(
                """
                {"isbn":"9780441172718","title":"!!","language":"xx","published":"soon",
                 "price":{"amount":"5.00","currency":"USD"}}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("#/isbn", "#/title", "#/language", "#/published", "#/price");
    }

    @Test
    void only_admins_write() {
        var alice = browser.bearer("alice");
        var book = book(Isbns.next(), "Not mine", "12.90");

        assertThat(browser.post("/api/books", book).status()).isEqualTo(401);
        assertThat(browser.post("/api/books", book, "Authorization", alice).status())
                .isEqualTo(403);
    }

    @Test
    void what_the_contract_does_not_know_is_400() {
        assertThat(browser.get("/api/books?colour=red").status()).isEqualTo(400);
        assertThat(browser.get("/api/books?minPrice=1.234").status()).isEqualTo(400);
        assertThat(browser.get("/api/books?size=101").status()).isEqualTo(400);
        assertThat(add("{\"title\":\"A\",\"colour\":\"red\"}").status()).isEqualTo(400);
    }

    @Test
    void a_list_is_filtered_and_paged_and_names_its_other_pages() {
        for (var i = 1; i <= 5; i++) {
            add(book(Isbns.next(), "Paged " + i, i + ".00").replace("Ann Author", "Pat Pager"));
        }

        var page = browser.get("/api/books?author=pat%20PAGER&minPrice=2&sort=-price&page=2&size=2");

        assertThat(page.json().path("totalItems").asInt()).isEqualTo(4);
        assertThat(page.json().path("totalPages").asInt()).isEqualTo(2);
        assertThat(page.json().path("items").findValuesAsText("title")).containsExactly("Paged 3", "Paged 2");
        assertThat(page.header("Link"))
                .contains(
                        "</api/books?author=pat%20PAGER&minPrice=2&sort=-price&page=1&size=2>; rel=\"prev\"",
                        "rel=\"first\"", "rel=\"last\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void before_there_is_an_index_books_are_found_by_their_words_and_nobody_is_sent_here() {
        add(book(Isbns.next(), "Lantern before Opening", "12.90"));

        for (var mode : new String[] {"hybrid", "vector", "text"}) {
            var found = browser.get("/api/books/search?q=opening%20lantern&mode=" + mode);
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.json().path("items").findValuesAsText("title")).contains("Lantern before Opening");
            assertThat(found.json().path("degraded").asBoolean()).isEqualTo(!mode.equals("text"));
        }
        await().untilAsserted(() -> assertThat(
                        new Browser(managementPort).get("/observe/health/ready").status())
                .isEqualTo(503));
    }

    @Test
    void a_store_of_vectors_without_an_index_is_not_asked(CapturedOutput output) {
        camel.createFluentProducerTemplate()
                .to("direct:catalog-search-vectors")
                .withProcessor(exchange -> {
                    SearchRequest.begin(exchange, Search.of("a lantern"));
                    exchange.getMessage().setBody(Collections.nCopies(384, 0.1f));
                })
                .send();

        assertThat(output).doesNotContain("Searched without the meaning");
    }

    private Page add(String book) {
        return browser.post("/api/books", book, "Authorization", admin);
    }

    private Page put(String place, String isbn, String... headers) {
        var all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Authorization", admin), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return browser.put(place, book(isbn, "Too late", "1.00"), all);
    }

    private Page delete(String place) {
        return browser.send("DELETE", place, BodyPublishers.noBody(), "Authorization", admin);
    }

    private static String book(String isbn, String title, String price) {
        return """
                {"isbn":"%s","title":"%s","authors":["Ann Author",{"name":"Bo Other"}],"publisher":"House",
                 "categories":["Tests"],"language":"en","published":"2001","stock":7,"salePrice":null,
                 "price":{"amount":"%s","currency":"EUR"}}
                """
                .formatted(isbn, title, price);
    }
}
