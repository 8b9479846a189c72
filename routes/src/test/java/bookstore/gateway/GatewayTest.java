package bookstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.edge.ToyShop;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** One entry for services that run elsewhere. */
@TestMethodOrder(OrderAnnotation.class)
class GatewayTest {

    private static final String EVENTS_TOO = "application/json, text/event-stream";

    private static final int MOST_OF_AN_ADDRESS = 3_000;

    private static Street street;
    private static Browser browser;

    @BeforeAll
    static void open() {
        street = new Street(
                "--bookstore.gateway.limits.per-user.requests=50",
                "--bookstore.gateway.limits.per-user.window=1h",
                "--bookstore.gateway.limits.per-address.requests=" + MOST_OF_AN_ADDRESS,
                "--bookstore.gateway.limits.per-address.window=1h");
        browser = street.browser();
    }

    @AfterAll
    static void close() {
        street.close();
    }

    @Test
    @Order(1)
    void a_request_reaches_the_service_with_what_may_go_on_and_its_names() {
        var page = browser.get(
                "/api/toys/a%20b",
                "X-Correlation-Id",
                "my-1",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "If-None-Match",
                "\"3\"",
                "Cookie",
                "a=b");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().at("/headers/id").asText()).isEqualTo("a b");
        assertThat(page.json().at("/headers/If-None-Match").asText()).isEqualTo("\"3\"");
        assertThat(page.json().path("correlationId").asText()).isEqualTo("my-1");
        assertThat(page.json().path("traceparent").asText()).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(page.header("ETag")).isEqualTo("\"7\"");
        assertThat(page.header("X-Cache")).isNull();
        assertThat(page.header("X-Secret")).isNull();
    }

    @Test
    @Order(1)
    void a_redirect_is_passed_on_and_never_followed_with_the_callers_token() {
        var page = browser.get("/api/toys/failures/moved", "Authorization", browser.bearer("alice"));

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo("http://localhost:1/elsewhere");
    }

    @Test
    @Order(1)
    void queries_arrive_as_they_were_written() {
        var page = browser.get("/api/toys/search?q=b%C3%A4r%26%2B&tag=red&tag=blue");

        assertThat(page.json().at("/headers/q").textValue()).isEqualTo("bär&+");
        assertThat(page.json().at("/headers/tag")).hasSize(2);
    }

    @Test
    @Order(1)
    void tokens_are_had_and_believed_on_both_sides() {
        var made = browser.post("/api/toys", "{\"name\":\"bear\"}", "Authorization", browser.bearer("alice"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/toys/bear");
        assertThat(browser.post("/api/toys", "{\"name\":\"bear\"}").status()).isEqualTo(401);
        assertThat(browser.get("/oauth2/jwks").json().path("keys")).hasSize(1);
    }

    @Test
    @Order(1)
    void what_goes_to_the_issuer_is_a_small_form() {
        assertThat(browser.postsToIssuer("text/plain", 1, true)).isEqualTo(415);
        assertThat(browser.postsToIssuer(Browser.FORM, 1, true)).isEqualTo(411);
        assertThat(browser.postsToIssuer(Browser.FORM, 70_000, false)).isEqualTo(413);
        assertThat(browser.postsToIssuer(Browser.FORM, 60_000, false)).isEqualTo(401);
    }

    @Test
    @Order(1)
    void refusals_of_the_service_are_passed_on_as_they_are() {
        var page = browser.get("/api/toys/failures/refused");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page.json().at("/was/amount").asText()).isEqualTo("1.00");
        assertThat(browser.get("/api/toys/failures/broken").status()).isEqualTo(500);
    }

    @Test
    @Order(1)
    void what_breaks_the_contract_goes_no_further() {
        assertThat(browser.get("/api/toys/search?page=0").status()).isEqualTo(400);
        assertThat(browser.get("/api/nothing").status()).isEqualTo(404);
        var large = "x".repeat(1_100_000);
        assertThat(browser.send("POST", "/api/toys/imports", BodyPublishers.ofString(large), "Content-Type", "text/csv")
                        .status())
                .isEqualTo(413);
    }

    @Test
    @Order(1)
    void large_bodies_are_passed_on_as_streams() {
        var body = "a;b\n".repeat(100_000);

        var page = browser.send("POST", "/api/toys/imports", BodyPublishers.ofString(body), "Content-Type", "text/csv");

        assertThat(page.json().path("bytes").intValue()).isEqualTo(body.length());
    }

    @Test
    @Order(1)
    void the_contract_of_all_services_is_served() {
        assertThat(browser.get("/api/toys/1", "If-None-Match", "\"1\"", "If-None-Match", "\"2\"")
                        .json()
                        .at("/headers/If-None-Match")
                        .asText())
                .isEqualTo("\"1\", \"2\"");
        assertThat(browser.get("/api/openapi.json")
                        .json()
                        .at("/paths/~1toys/post/operationId")
                        .asText())
                .isEqualTo("toy-make");
        assertThat(browser.get("/api/status").json().path("status").asText()).isNotEmpty();
    }

    @Test
    @Order(1)
    @Timeout(30)
    void events_are_passed_on_as_they_happen() throws Exception {
        var request = HttpRequest.newBuilder(browser.at("/api/toys/ticks"))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(20))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(answer.body()))) {
            assertThat(lines.readLine()).isEqualTo("data: tick");
            ToyShop.SECOND_TICK.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: tick");
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    @Test
    @Order(1)
    void who_asks_too_much_is_told_when_to_come_back() {
        var bob = browser.bearer("bob");

        var page = browser.get("/api/toys/1", "Authorization", bob);
        assertThat(page.header("RateLimit-Limit")).isEqualTo("50");
        for (var i = 0; i < 100 && page.status() == 200; i++) {
            page = browser.get("/api/toys/1", "Authorization", bob);
        }

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 3600);
        assertThat(page.json().path("type").asText()).endsWith("/too-many-requests");
        assertThat(browser.get("/api/toys/1", "Authorization", browser.bearer("admin"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(1)
    void nobody_counts_as_another_by_saying_so() {
        var one = browser.get("/api/toys/1", "X-Forwarded-For", "192.0.2.1");
        var other = browser.get("/api/toys/1", "X-Forwarded-For", "192.0.2.2");

        assertThat(Integer.parseInt(other.header("RateLimit-Remaining")))
                .isLessThan(Integer.parseInt(one.header("RateLimit-Remaining")));
    }

    @Test
    @Order(1)
    void what_one_instance_cannot_do_for_now_another_does() {
        street.stopRoute(0, "toy-show");

        for (var i = 0; i < 20; i++) {
            assertThat(browser.get("/api/toys/away").status()).isEqualTo(200);
        }
        street.startRoute(0, "toy-show");
    }

    @Test
    @Order(1)
    void what_no_instance_can_do_for_now_is_passed_on_as_they_say_it() {
        for (var i = 0; i < 20; i++) {
            var page = browser.get("/api/toys/failures/unavailable");

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.json().path("detail").asText()).isEqualTo("Later");
            assertThat(page.header("Retry-After")).isEqualTo("2");
        }
        assertThat(browser.get("/api/toys/1").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void one_of_two_instances_may_die() {
        var alice = browser.bearer("alice");

        street.closeShop(0);

        for (var i = 0; i < 20; i++) {
            assertThat(browser.get("/api/toys/" + i).status()).isEqualTo(200);
            var made = browser.post(
                    "/api/toys", "{\"name\":\"bear\"}", "Authorization", alice, "Idempotency-Key", "bear-" + i);
            assertThat(made.status()).isEqualTo(201);
        }
    }

    @Test
    @Order(3)
    void without_any_instance_guests_read_what_was_answered_last() {
        assertThat(browser.get("/api/toys/7").status()).isEqualTo(200);
        assertThat(browser.get("/api/toys/7", "Accept", EVENTS_TOO).status()).isEqualTo(200);
        var admin = browser.bearer("admin");

        street.closeShop(1);

        for (var i = 0; i < 10; i++) {
            var known = browser.get("/api/toys/7");
            assertThat(known.status()).isEqualTo(200);
            assertThat(known.header("X-Cache")).isEqualTo("STALE");
            assertThat(known.header("Age")).isNotNull();
            assertThat(known.header("ETag")).isEqualTo("\"7\"");
        }
        var unknown = browser.get("/api/toys/never-asked");
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).isNotNull();
        assertThat(browser.get("/api/toys/7", "Authorization", admin).status()).isEqualTo(503);
        var events = browser.get("/api/toys/ticks", "Accept", "text/event-stream");
        assertThat(events.status()).isEqualTo(503);
        assertThat(events.header("Retry-After")).isNotNull();
        assertThat(browser.get("/api/toys/7", "Accept", EVENTS_TOO).header("X-Cache"))
                .isEqualTo("STALE");
        assertThat(browser.get("/api/status").body()).contains("\"part\":\"toy\"");
    }

    @Test
    @Order(4)
    void an_instance_that_comes_back_is_asked_again() {
        street.openShopAgain(1);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var page = browser.get("/api/toys/7");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("X-Cache")).isNull();
        });
    }

    @Test
    @Order(5)
    void an_address_that_asks_too_much_is_told_when_to_come_back_whoever_asks_from_there() {
        var alice = browser.bearer("alice");

        var page = browser.get("/api/toys/1");
        for (var i = 0; i < MOST_OF_AN_ADDRESS && page.status() != 429; i++) {
            page = browser.get("/api/toys/1");
        }

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("RateLimit-Limit")).isEqualTo(String.valueOf(MOST_OF_AN_ADDRESS));
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 3600);
        assertThat(browser.get("/api/toys/1", "Authorization", alice).status()).isEqualTo(429);
    }
}
