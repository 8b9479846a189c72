package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Authors, categories and publishers over HTTP are all alike. */
@CatalogAlone
class HeadingDeskTest {

    @LocalServerPort
    private int port;

    private Browser browser;
    private String admin;

    @BeforeEach
    void come_in() {
        browser = new Browser(port);
        admin = browser.bearer("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authors", "categories", "publishers"})
    void a_name_is_added_shown_renamed_and_removed(String kind) {
        var added = add(kind, "Brontë");
        var place = added.header("Location");

        assertThat(added.status()).isEqualTo(201);
        assertThat(browser.get(place).json()).isEqualTo(added.json());
        assertThat(browser.get(place, "If-None-Match", added.header("ETag")).status())
                .isEqualTo(304);
        assertThat(add(kind, "BRONTE").status()).isEqualTo(409);
        assertThat(add(kind, "!").status()).isEqualTo(422);
        assertThat(rename(place, "Brontë, Anne").status()).isEqualTo(428);
        assertThat(rename(place, "Brontë, Anne", "If-Match", added.header("ETag"))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Brontë, Anne");
        assertThat(rename(place, "Brontë, Emily", "If-Match", added.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(browser.get("/api/" + kind + "?size=100").json().findValuesAsText("name"))
                .contains("Brontë, Anne");
        assertThat(remove(place).status()).isEqualTo(204);
        assertThat(browser.get(place).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authors", "categories", "publishers"})
    void a_name_with_books_stays(String kind) {
        var one = kind.equals("publishers") ? "\"publisher\":\"In use\"" : "\"%s\":[\"In use\"]".formatted(kind);
        var book = browser.post(
                "/api/books",
                "{\"title\":\"Of %s\",\"language\":\"en\",%s,\"price\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}}"
                        .formatted(kind, one),
                "Authorization",
                admin);
        var used = kind.equals("publishers")
                ? book.json().path("publisher")
                : book.json().path(kind).get(0);

        assertThat(remove("/api/" + kind + "/" + used.path("id").asText()).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authors", "categories", "publishers"})
    void a_name_that_is_sent_twice_under_its_key_is_added_once(String kind) {
        var key = "key of " + kind;

        var added = add(kind, "Sent twice", "Idempotency-Key", key);
        var again = add(kind, "Sent twice", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(added.body());
        assertThat(again.header("Location")).isEqualTo(added.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(added.header("ETag"));
        assertThat(added.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        var other = add(kind, "Another", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asText()).endsWith("/key-reused");
        assertThat(add(kind, "Sent twice", "Idempotency-Key", key + "!").status())
                .isEqualTo(409);
    }

    private Page add(String kind, String name, String... headers) {
        return browser.post("/api/" + kind, "{\"name\":\"" + name + "\"}", with(headers));
    }

    private Page rename(String place, String name, String... headers) {
        return browser.put(place, "{\"name\":\"" + name + "\"}", with(headers));
    }

    private Page remove(String place) {
        return browser.send("DELETE", place, BodyPublishers.noBody(), with());
    }

    private String[] with(String... headers) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = admin;
        return all;
    }
}
