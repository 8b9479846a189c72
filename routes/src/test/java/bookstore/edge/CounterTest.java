package bookstore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What gets past the counter, and in which form. */
@SpringBootTest(
        classes = ToyShop.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.edge.contracts=toy",
            "bookstore.identity.directory=target/toy-identity",
            "bookstore.edge.lanes.chat.threads=1",
            "bookstore.edge.lanes.chat.queue=0"
        })
class CounterTest {

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void declared_parameters_reach_the_route_with_their_types_and_defaults() {
        var page = browser.get("/api/toys/search?q=b%C3%A4r&maxPrice=1.50&tag=red&tag=blue");

        assertThat(page.status()).isEqualTo(200);
        var headers = page.json().path("headers");
        assertThat(headers.path("q").textValue()).isEqualTo("bär");
        assertThat(headers.path("maxPrice").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(headers.path("page").longValue()).isEqualTo(1);
        assertThat(headers.path("tag")).hasSize(2);
    }

    @Test
    void an_operation_whose_route_was_stopped_is_unavailable(@Autowired CamelContext camel) throws Exception {
        camel.getRouteController().stopRoute("toy-show");

        var page = browser.get("/api/toys/42");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("2");
        camel.getRouteController().startRoute("toy-show");
        assertThat(browser.get("/api/toys/42").status()).isEqualTo(200);
    }

    @Test
    void a_lane_whose_threads_all_hang_refuses_at_once_and_delays_no_other() throws Exception {
        var hung = CompletableFuture.supplyAsync(
                () -> browser.get("/api/toys/talk"), work -> new Thread(work, "talker").start());
        try {
            assertThat(ToyShop.TALKING.await(60, TimeUnit.SECONDS)).isTrue();

            var refused = browser.get("/api/toys/talk");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(browser.get("/api/toys/42").status()).isEqualTo(200);
            assertThat(hung).isNotDone();
        } finally {
            ToyShop.TALK.countDown();
        }
        assertThat(hung.get(60, TimeUnit.SECONDS).status()).isLessThan(300);
    }

    @Test
    void nothing_undeclared_reaches_the_route_and_nothing_of_it_leaks_back() {
        var page = browser.get(
                "/api/toys/42",
                "Long-Running-Action",
                "saga",
                "CamelHttpUri",
                "http://evil",
                "Cookie",
                "a=b",
                "X-Anything",
                "1",
                "If-None-Match",
                "\"3\"");

        assertThat(page.json().path("headers").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "If-None-Match", "traceparent");
        assertThat(page.header("ETag")).isEqualTo("\"7\"");
        assertThat(page.response().headers().map().keySet())
                .noneMatch(name -> name.matches("(?i)x-secret|id|if-none-match|traceparent|cookie|authorization"));
    }

    @Test
    void the_saga_id_does_not_enter_as_a_query_either() {
        assertThat(browser.get("/api/toys/42?Long-Running-Action=saga").status())
                .isEqualTo(400);
    }

    @Test
    void faults_are_named_by_where_they_are() {
        var page = browser.get("/api/toys/search?page=0&size=3&q=");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("query/page", "query/size", "query/q");
        assertThat(page.json().path("traceId").asText()).hasSize(32);
    }

    @Test
    void bodies_are_held_against_the_schema() {
        var bearer = browser.bearer("alice");

        assertThat(browser.post(
                                "/api/toys",
                                "{\"name\":\"bear\",\"price\":{\"amount\":\"1.50\",\"currency\":\"EUR\"}}",
                                "Authorization",
                                bearer)
                        .status())
                .isEqualTo(201);
        var page = browser.post(
                "/api/toys", "{\"name\":\"bear\",\"parts\":[{\"name\":\"\"}],\"evil\":1}", "Authorization", bearer);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/parts/0/name", "#/evil");
        for (var broken :
                new String[] {"{", "", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} x", "[".repeat(40)}) {
            assertThat(browser.post("/api/toys", broken, "Authorization", bearer)
                            .status())
                    .as(broken)
                    .isEqualTo(400);
        }
    }

    @Test
    void what_was_made_is_answered_with_its_place_and_version() {
        var page = browser.post("/api/toys", "{\"name\":\"bear\"}", "Authorization", browser.bearer("bob"));

        assertThat(page.status()).isEqualTo(201);
        assertThat(page.header("Location")).isEqualTo("/api/toys/bear");
        assertThat(page.header("ETag")).isEqualTo("\"1\"");
        assertThat(page.header("Content-Length")).isNotNull();
    }

    @Test
    void bodies_are_counted_also_where_their_length_is_not_told() {
        var long1 = "{\"name\":\"" + "a".repeat(2000) + "\"}";
        var bearer = browser.bearer("alice");

        assertThat(browser.post("/api/toys", long1, "Authorization", bearer).status())
                .isEqualTo(413);
        var chunked = browser.send(
                "POST",
                "/api/toys",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long1.getBytes())),
                "Authorization",
                bearer,
                "Content-Type",
                "application/json");
        assertThat(chunked.status()).isEqualTo(413);
        var stream = browser.send(
                "POST",
                "/api/toys/imports",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_000_000])),
                "Content-Type",
                "text/csv");
        assertThat(stream.status()).isEqualTo(413);
        var streamed =
                browser.send("POST", "/api/toys/imports", BodyPublishers.ofString("a;b"), "Content-Type", "text/csv");
        assertThat(streamed.json().path("bytes").intValue()).isEqualTo(3);
    }

    @Test
    void what_the_contract_does_not_offer_is_said_by_the_fitting_status() {
        assertThat(browser.get("/api/nothing").status()).isEqualTo(404);
        assertThat(browser.get("/api/toys/SEARCH/").status()).isEqualTo(404);
        assertThat(browser.get("/nothing").status()).isEqualTo(404);
        var wrong = browser.send("DELETE", "/api/toys/1", BodyPublishers.noBody());
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, PUT, HEAD, OPTIONS");
        assertThat(browser.send("HEAD", "/api/toys/1", BodyPublishers.noBody()).status())
                .isEqualTo(200);
        assertThat(browser.send("OPTIONS", "/api/toys/1", BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/toys/1", "Accept", "image/png").status()).isEqualTo(406);
        assertThat(browser.send("POST", "/api/toys/imports", BodyPublishers.ofString("x"), "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/toys/<1> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/toys/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/toys;a=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api//toys HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/toys/1 HTTP/1.1\r\n\r\n",
                "GET /api/toys/1 HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /api/toys/1 HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
                "GET /api/toys/1 HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \u00f0\u009f\r\nConnection: close\r\n\r\n",
                "POST /api/toys HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/toys HTTP/1.1\r\nHost: localhost\r\nContent-Length: +2\r\n\r\n{}",
                "\u0016\u0003\u0001\u0002\r\n\r\n"
            })
    void what_cannot_be_read_is_a_problem_like_any_other(String request) {
        var answer = new Vandal(port).write(request);

        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "PROPFIND", "TRACE", "get"})
    void methods_that_nobody_knows_are_405_and_echo_nothing(String method) {
        var answer = new Vandal(port).ask(method + " /api/toys/1 HTTP/1.1\r\nHost: localhost\r\nX-Secret: seen", "");

        assertThat(answer.status()).as(answer.head()).isEqualTo(405);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
        assertThat(answer.head()).contains("Allow: ");
        assertThat(answer.body()).doesNotContain("seen");
    }

    @Test
    void expectations_that_nobody_can_meet_are_417() {
        var answer = new Vandal(port).ask("GET /api/toys/1 HTTP/1.1\r\nHost: localhost\r\nExpect: wonders", "");

        assertThat(answer.status()).isEqualTo(417);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/toys, multipart/form-data, 415",
        "POST, /nothing, multipart/form-data, 415",
        "PUT, /api/toys/1, application/x-www-form-urlencoded, 415",
        "PUT, /nothing, application/x-www-form-urlencoded, 404"
    })
    void forms_are_read_by_nobody(String method, String path, String type, int status) {
        var answer = new Vandal(port)
                .ask(
                        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: %s"
                                .formatted(method, path, browser.bearer("admin"), type),
                        "%zz=\u00ff");

        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "application/json\r\nAccept: nonsense"})
    void who_wants_nonsense_is_refused_before_anything_is_done(String accept) {
        var answer = new Vandal(port).ask("DELETE /api/toys HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept, "");

        assertThat(answer.status()).as(answer.head()).isEqualTo(406);
        assertThat(answer.body()).contains("The header Accept cannot be read");
    }

    @Test
    void what_a_stream_is_can_be_seen_without_opening_it() {
        var glance = browser.send("HEAD", "/api/toys/ticks", BodyPublishers.noBody());

        assertThat(glance.status()).isEqualTo(200);
        assertThat(glance.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void a_list_may_come_in_several_lines_and_what_is_one_thing_may_not() {
        var page = browser.get("/api/toys/1", "If-None-Match", "\"1\"", "If-None-Match", "\"2\"");

        assertThat(page.json().at("/headers/If-None-Match").asText()).isEqualTo("\"1\", \"2\"");
        var twice = browser.post(
                "/api/toys",
                "{\"name\":\"bear\"}",
                "Authorization",
                browser.bearer("alice"),
                "Idempotency-Key",
                "a",
                "Idempotency-Key",
                "b");
        assertThat(twice.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "Text/CSV", "text/csv; charset=utf-8"})
    void the_route_is_told_the_type_as_the_contract_writes_it(String sent) {
        var page = browser.send("POST", "/api/toys/imports", BodyPublishers.ofString("a"), "Content-Type", sent);

        assertThat(page.json().path("type").asText()).isEqualTo("text/csv");
    }

    @Test
    void who_wants_too_much_is_refused_and_who_wants_much_is_not() {
        assertThat(browser.get("/api/toys/1", "Accept", "application/json,".repeat(51))
                        .status())
                .isEqualTo(406);
        assertThat(browser.get("/api/toys/1", "Accept", "application/json,".repeat(50))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_form_that_is_no_form_is_not_read() {
        var answer = new Vandal(port)
                .ask(
                        "DELETE /api/toys HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded",
                        "\u0001\u0002=");

        assertThat(answer.status()).as(answer.head()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Anything", "User-Agent", "tracestate", "baggage", "Referer", "Origin"})
    void a_header_that_nobody_declared_may_hold_anything(String name) {
        var answer = new Vandal(port)
                .ask("GET /api/toys/1 HTTP/1.1\r\nHost: localhost\r\n" + name + ": \u00f0\u009f\u0098\u0080", "");

        assertThat(answer.status()).as(answer.head()).isBetween(200, 400);
    }

    @Test
    void who_speaks_a_thousand_languages_is_answered() {
        assertThat(browser.get("/api/toys/1", "Accept-Language", "de,".repeat(1000))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b"})
    void what_is_no_text_is_refused_where_it_stands(String name) {
        var page = browser.post(
                "/api/toys",
                "{\"name\":\"bear\",\"parts\":[{\"name\":\"" + name + "\"}]}",
                "Authorization",
                browser.bearer("bob"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.json().at("/errors/0/pointer").asText()).isEqualTo("#/parts/0/name");
        assertThat(browser.get("/api/toys/search?q=a%00b").status()).isEqualTo(400);
    }

    @Test
    void callers_may_do_what_their_token_says() {
        var alice = browser.bearer("alice");
        var admin = browser.bearer("admin");

        assertThat(browser.get("/api/admin/toys").status()).isEqualTo(401);
        assertThat(browser.get("/api/admin/toys", "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
        assertThat(browser.get("/api/admin/toys", "Authorization", alice).status())
                .isEqualTo(403);
        var page = browser.get("/api/admin/toys", "Authorization", admin);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("caller").asText()).isEqualTo("admin");
        assertThat(page.json().path("roles")).hasSize(2);
        assertThat(browser.put("/api/toys/1", "{\"name\":\"a\"}", "Authorization", alice)
                        .status())
                .isEqualTo(403);
        assertThat(browser.put("/api/toys/1", "{\"name\":\"a\"}", "Authorization", admin)
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/api/toys/1").json().path("caller").asText()).isEqualTo("guest");
    }

    @Test
    void who_shows_a_token_is_held_to_it_where_guests_are_let_in() {
        assertThat(forget()).isEqualTo(204);
        assertThat(forget("Authorization", browser.bearer("alice", "basket"))).isEqualTo(204);
        assertThat(forget("Authorization", browser.bearer("alice", "catalog.read")))
                .isEqualTo(403);
        assertThat(forget("Authorization", "Bearer nonsense")).isEqualTo(401);
    }

    private int forget(String... headers) {
        return browser.send("DELETE", "/api/toys", BodyPublishers.noBody(), headers)
                .status();
    }

    @Test
    void running_the_shop_takes_the_role_and_a_token_that_was_made_for_it() {
        assertThat(browser.get("/api/admin/toys", "Authorization", browser.bearer("admin", "chat basket"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/api/admin/toys", "Authorization", browser.bearer("admin", "admin"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusals_and_failures_are_problems_without_our_insides() {
        var refused = browser.get("/api/toys/failures/refused");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).endsWith("/price-changed");
        assertThat(refused.json().path("was").path("amount").asText()).isEqualTo("1.00");
        assertThat(browser.get("/api/toys/failures/unavailable").header("Retry-After"))
                .isNotNull();
        var broken = browser.get("/api/toys/failures/broken");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("Exception", "jdbc", "select");
    }

    @Test
    void a_request_can_be_followed() {
        var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        var page = browser.get("/api/toys/1", "X-Correlation-Id", "my-1", "traceparent", parent);

        assertThat(page.header("X-Correlation-Id")).isEqualTo("my-1");
        assertThat(page.json().path("correlationId").asText()).isEqualTo("my-1");
        assertThat(page.json().path("traceparent").asText()).isEqualTo(parent);
        var made = browser.get("/api/toys/1", "X-Correlation-Id", "bad id", "traceparent", "x");
        assertThat(made.header("X-Correlation-Id")).isNotEqualTo("bad id").hasSize(36);
        assertThat(made.json().path("traceparent").asText()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void the_merged_contract_is_served() {
        var contract = browser.get("/api/openapi.json");

        assertThat(contract.json().at("/paths/~1toys/post/operationId").asText())
                .isEqualTo("toy-make");
        assertThat(contract.json().at("/components/schemas/Money").isObject()).isTrue();
    }

    @Test
    void the_page_to_try_the_api_is_served_from_here_and_runs_no_inline_script() {
        var page = browser.get("/api/docs/index.html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Bookstore API</title>")
                .doesNotContain("<script>", "http://", "https://");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
        for (var file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "docs.js", "favicon-32x32.png"}) {
            assertThat(browser.get("/api/docs/" + file).status()).as(file).isEqualTo(200);
        }
        assertThat(browser.get("/api/docs").header("Location")).isEqualTo("/api/docs/index.html");
        assertThat(browser.get("/api/docs/swagger-ui-bundle.js.map").status()).isEqualTo(404);
        assertThat(browser.get("/api/docs/../openapi/edge.yaml").status()).isGreaterThanOrEqualTo(400);
    }
}
