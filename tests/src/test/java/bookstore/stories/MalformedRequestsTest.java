package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.Browser;
import bookstore.edge.Vandal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent to any operation of the shop is answered, and is nobody's fault but the sender's. */
@WholeShop
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestsTest {

    /** {@code -Dmalformed.requests}: how many are drawn. */
    private static final int REQUESTS = Integer.getInteger("malformed.requests", 600);

    private static final List<String> NASTY = List.of(
            "",
            "null",
            "{}",
            "[]",
            "\"",
            "\0",
            "%",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "{{bookstore.database.password}}",
            "#{1+1}",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "' or 1=1 --",
            "-1",
            "0",
            "1e999",
            "99999999999999999999",
            "NaN",
            "\u00e9".repeat(50),
            "A".repeat(5000),
            "00000000-0000-0000-0000-000000000000",
            ";",
            "\ud800",
            "\ud83d\ude00",
            "bean:x?method=y",
            "file:/tmp/x",
            "\\u0000",
            "9999-99-99",
            "0000-01-01",
            "00000000000000000000_------------------------------------",
            "9999-99-99T00:00:00Z_00000000-0000-0000-0000-000000000000",
            "\u009f");

    private static final List<String> QUERY = List.of(
            "q",
            "page",
            "size",
            "sort",
            "category",
            "minPrice",
            "language",
            "after",
            "status",
            "mode",
            "olderThan",
            "consumer",
            "cause",
            "state",
            "from",
            "to",
            "x");

    private static final List<String> HEADERS = List.of(
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelFileName",
            "CamelBeanMethodName",
            "org.apache.camel.x",
            "breadcrumbId",
            "traceparent",
            "tracestate",
            "baggage",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "Forwarded",
            "X-HTTP-Method-Override",
            "Accept",
            "Accept-Language",
            "Content-Encoding",
            "Range",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Prefer",
            "X-Correlation-Id",
            "Last-Event-ID",
            "Cookie",
            "Long-Running-Action",
            "X-Guest-Basket");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "text/csv",
            "application/x-ndjson",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "a/b;c",
            "application/json;charset=utf-7",
            "");

    private final Random random = new Random(20261126);
    private final Browser browser;
    private final Vandal vandal;

    MalformedRequestsTest(@LocalServerPort int port) {
        this.browser = new Browser(port);
        this.vandal = new Vandal(port);
    }

    @Test
    void no_request_is_a_failure_of_the_shop(CapturedOutput output) {
        var callers =
                List.of(browser.bearer("alice"), browser.bearer("admin"), browser.bearer("admin"), "Bearer nonsense");
        var operations = operations();
        assertThat(operations).hasSizeGreaterThan(60);

        for (var i = 0; i < REQUESTS; i++) {
            var head = head(one(operations)) + "\r\nHost: localhost\r\nAuthorization: " + one(callers)
                    + "\r\nContent-Type: " + one(TYPES) + header() + header();
            var answer = vandal.ask(head, body());

            assertThat(answer.status()).as(head + answer.head()).isBetween(200, 499);
            assertThat(answer.status() < 400 || answer.isProblem())
                    .as(head + answer)
                    .isTrue();
            assertThat(answer.body()).as(head).doesNotContain("Exception", "java.", "SQL");
        }
        assertThat(output).doesNotContain("Request failed", "Servlet.service()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/books", "/api/authors", "/api/categories", "/api/publishers"})
    void what_is_no_text_is_not_kept(String path) {
        var page = browser.post(
                path, "{\"name\":\"a\\u0000b\",\"title\":\"a\\u0000b\"}", "Authorization", browser.bearer("admin"));

        assertThat(page.status()).isEqualTo(400);
    }

    /** The methods and paths of the contract, but for the streams that do not end. */
    private List<String> operations() {
        var operations = new ArrayList<String>();
        for (var path : browser.get("/api/openapi.json").json().path("paths").properties()) {
            if (!path.getKey().endsWith("/events")) {
                path.getValue().fieldNames().forEachRemaining(verb -> operations.add(verb + " " + path.getKey()));
            }
        }
        return operations;
    }

    private String head(String operation) {
        var verb = operation.substring(0, operation.indexOf(' '));
        var path = operation.substring(verb.length() + 1);
        var place = java.util.regex.Pattern.compile("\\{[^}]*}").matcher(path).replaceAll(match -> encoded(one(NASTY)));
        var query = random.nextBoolean() ? "" : "?" + one(QUERY) + "=" + encoded(one(NASTY));
        return verb.toUpperCase(java.util.Locale.ROOT) + " " + (place.startsWith("/api") ? "" : "/api") + place + query
                + " HTTP/1.1";
    }

    private String header() {
        return random.nextInt(3) == 0
                ? ""
                : "\r\n" + one(HEADERS) + ": " + latin(one(NASTY).replace("\0", ""));
    }

    private String body() {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> latin(one(NASTY));
            case 2 -> "[".repeat(2000);
            case 3 -> "A".repeat(70_000);
            default ->
                "{\"%s\":\"%s\",\"quantity\":%d}"
                        .formatted(
                                one(List.of("name", "title", "message", "email", "a")),
                                latin(one(NASTY)).replace("\"", ""),
                                random.nextInt());
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? "x" : text, StandardCharsets.UTF_8);
    }

    /** The bytes of UTF-8, each as a character. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
