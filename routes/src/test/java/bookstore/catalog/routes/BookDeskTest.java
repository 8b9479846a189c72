package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Books over HTTP: read by all, written by admins. */
@CatalogAlone
class BookDeskTest {

    @LocalServerPort
    private int port;

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
