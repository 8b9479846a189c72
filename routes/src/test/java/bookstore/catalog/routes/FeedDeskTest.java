package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.BrokenConnection;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Feeds are taken over HTTP and from a directory. */
@CatalogAlone
@TestMethodOrder(OrderAnnotation.class)
class FeedDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    private final CamelContext camel;
    private final ContextDatabase database;
    private Browser browser;
    private String admin;

    FeedDeskTest(@Autowired CamelContext camel, @Autowired @Qualifier("catalogDatabase") ContextDatabase database) {
        this.camel = camel;
        this.database = database;
    }

    @BeforeEach
    void come_in() {
        browser = new Browser(port);
        admin = browser.bearer("admin");
    }

    @AfterEach
    void watch_no_longer() throws Exception {
        camel.getRouteController().stopRoute("catalog-import-files");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void feeds_that_come_slowly_leave_the_shop_its_database(CapturedOutput output) throws IOException {
        var senders = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 12; i++) {
                senders.add(begun("text/csv", "title,"));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(send("text/csv", "title\n").status()).isEqualTo(503));
            assertThat(send("text/csv", "title\n").header("Retry-After")).isNotNull();
            assertThat(browser.get("/api/books?size=7").status()).isEqualTo(200);
        } finally {
            for (var sender : senders) {
                sender.close();
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(send("text/csv", "title\n").status()).isEqualTo(202));
        assertThat(output.getAll()).as("senders who have gone").doesNotContain("Request failed");
    }

    /** Somebody who has begun to send a feed, and takes his time. */
    private Socket begun(String type, String beginning) throws IOException {
        var socket = new Socket("localhost", port);
        var head = "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 1000\r\nAuthorization: " + admin + "\r\n\r\n" + beginning;
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv", "application/xml"})
    void half_a_feed_is_none(String type) throws IOException {
        var before = imports();
        var feed =
                switch (type) {
                    case "text/csv" -> "isbn,title,language,price\n" + Isbns.next() + ",Half,en,9.00\n";
                    case "application/xml" -> "<ONIXMessage release=\"3.0\"><Product/>";
                    default -> line(Isbns.next(), "Half");
                };

        try (var sender = begun(type, feed)) {
            sender.shutdownOutput();
            assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain(" 202 ");
        }

        assertThat(imports()).isEqualTo(before);
    }

    private int imports() {
        return database.jdbc()
                .sql("select count(*) from imports")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_feed_is_accepted_and_soon_on_the_shelves() {
        var isbn = Isbns.next();

        var accepted = send("application/x-ndjson", line(isbn, "Fed") + "nonsense\n");

        assertThat(accepted.status()).isEqualTo(202);
        var done = ended(accepted.header("Location"));
        assertThat(done.path("added").asInt()).isEqualTo(1);
        assertThat(done.path("failed").asInt()).isEqualTo(1);
        assertThat(done.path("errors").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(browser.get("/api/books/" + isbn).json().path("title").asText())
                .isEqualTo("Fed");
    }

    @Test
    void csv_and_onix_go_the_same_way() {
        var isbn = Isbns.next();
        var other = Isbns.next();

        var csv = send("Text/CSV; charset=utf-8", "isbn,title,language,price\n" + isbn + ",Comma,en,9.00\n");
        var onix = send(
                "application/xml",
                """
                <ONIXMessage release="3.0"><Product>
                <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>%s</IDValue></ProductIdentifier>
                <DescriptiveDetail><TitleDetail><TitleType>01</TitleType><TitleElement>
                <TitleElementLevel>01</TitleElementLevel><TitleText>Angle</TitleText></TitleElement></TitleDetail>
                <Language><LanguageRole>01</LanguageRole><LanguageCode>eng</LanguageCode></Language></DescriptiveDetail>
                <ProductSupply><SupplyDetail><Price><PriceAmount>9.00</PriceAmount><CurrencyCode>EUR</CurrencyCode>
                </Price></SupplyDetail></ProductSupply></Product></ONIXMessage>
                """
                        .formatted(other));

        assertThat(ended(csv.header("Location")).path("added").asInt()).isEqualTo(1);
        assertThat(ended(onix.header("Location")).path("added").asInt()).isEqualTo(1);
        assertThat(browser.get("/api/books/" + isbn).status()).isEqualTo(200);
        assertThat(browser.get("/api/books/" + other).status()).isEqualTo(200);
    }

    @Test
    void a_feed_that_is_sent_twice_is_taken_once() {
        var feed = line(Isbns.next(), "Sent twice");
        var key = "feed of " + Isbns.next();

        var first = send("application/x-ndjson", feed, "Idempotency-Key", key);
        var again = send("application/x-ndjson", feed, "Idempotency-Key", key);
        var other = send("application/x-ndjson", feed + feed, "Idempotency-Key", key);

        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void only_admins_feed_and_look() {
        assertThat(browser.send("POST", "/api/imports", BodyPublishers.ofString("{}"), "Content-Type", "text/csv")
                        .status())
                .isEqualTo(401);
        var unknown = "/api/imports/00000000-0000-7000-8000-000000000000";
        assertThat(browser.get(unknown).status()).isEqualTo(401);
        assertThat(browser.get(unknown, "Authorization", admin).status()).isEqualTo(404);
        assertThat(send("text/plain", "x").status()).isEqualTo(415);
    }

    /** Before another test has watched it. */
    @Test
    @Order(1)
    void a_directory_that_is_not_watched_is_left_alone() {
        assertThat(camel.getRoutes())
                .noneMatch(route -> route.getEndpoint().getEndpointUri().startsWith("file:"));
    }

    @Test
    void a_file_in_the_directory_is_taken() {
        var isbn = Isbns.next();
        watch();

        put("monday.jsonl", line(isbn, "Filed"));

        await().atMost(PATIENCE).until(() -> browser.get("/api/books/" + isbn).status() == 200);
    }

    @Test
    void a_file_waits_for_a_database_that_has_gone_away() {
        var isbn = Isbns.next();
        watch();

        BrokenConnection.whileWaitingFor(
                "imports in exclusive mode",
                "insert into imports %",
                database,
                () -> put("tuesday.jsonl", line(isbn, "Filed later")));

        await().atMost(PATIENCE).until(() -> browser.get("/api/books/" + isbn).status() == 200);
    }

    private void watch() {
        try {
            camel.getRouteController().startRoute("catalog-import-files");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path put(String name, String feed) {
        try {
            var directory = Files.createDirectories(Path.of("target/catalog-feeds"));
            return Files.writeString(directory.resolve(name), feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page send(String type, String feed, String... more) {
        var headers = Stream.concat(Stream.of("Authorization", admin, "Content-Type", type), Arrays.stream(more));
        return browser.send("POST", "/api/imports", BodyPublishers.ofString(feed), headers.toArray(String[]::new));
    }

    private JsonNode ended(String place) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state(place).equals("DONE"));
        return browser.get(place, "Authorization", admin).json();
    }

    private String state(String place) {
        return browser.get(place, "Authorization", admin).json().path("state").asText();
    }

    private static String line(String isbn, String title) {
        return "{\"isbn\":\"%s\",\"title\":\"%s\",\"language\":\"en\",\"price\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}}\n"
                .formatted(isbn, title);
    }
}
