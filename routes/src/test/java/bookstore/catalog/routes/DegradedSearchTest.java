package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.routes.Wire.Fault;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A search is answered, whatever is away, and says so; afterwards all is as before. */
@StockedCatalog
@Import(FrailParts.class)
@TestPropertySource(properties = "camel.resilience4j.wait-duration-in-open-state=1")
@DirtiesContext
class DegradedSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Redis, the model and Qdrant one after the other, each as long as is waited for it, and that four times. */
    private static final Duration BOUND = Duration.ofMillis(4 * (1000 + 2000 + 500));

    private static final List<String> PARTS = List.of("qdrant", "redis", "embedding");

    @LocalServerPort
    private int port;

    @Autowired
    private FirstStock stock;

    @Autowired
    private FrailParts parts;

    @Autowired
    private CamelContext camel;

    private final AtomicInteger pages = new AtomicInteger();
    private final ExecutorService shoppers = Executors.newFixedThreadPool(12);
    private Browser browser;

    @BeforeEach
    void all_is_well() {
        browser = new Browser(port);
        stock.isIndexed();
        recover();
    }

    @AfterEach
    void mend() {
        PARTS.forEach(part -> parts.fail(part, Fault.NONE));
        shoppers.shutdown();
    }

    @ParameterizedTest
    @CsvSource({
        "qdrant, CUT",
        "qdrant, HELD",
        "qdrant, GARBLED",
        "redis, CUT",
        "redis, HELD",
        "redis, GARBLED",
        "embedding, CUT",
        "embedding, HELD",
        "embedding, GARBLED"
    })
    void one_part_that_fails_is_done_without(String part, Fault fault) {
        parts.fail(part, fault);
        becomesDegraded(List.of(part));

        parts.fail(part, Fault.NONE);
        recover();
    }

    @ParameterizedTest
    @CsvSource({"CUT, CUT, CUT", "SLOW, SLOW, SLOW", "GARBLED, SLOW, HELD"})
    void all_that_can_be_done_without_may_fail_together(Fault qdrant, Fault redis, Fault model) {
        parts.fail("qdrant", qdrant);
        parts.fail("redis", redis);
        parts.fail("embedding", model);
        becomesDegraded(PARTS);

        PARTS.forEach(part -> parts.fail(part, Fault.NONE));
        recover();
    }

    @Test
    void what_is_left_finds_what_it_can() {
        parts.fail("qdrant", Fault.HELD);
        becomesDegraded(List.of("qdrant"));
        var byWords = browser.get("/api/books/search?q=whale%20hunt&mode=vector");
        assertThat(byWords.json().path("items").findValuesAsText("title")).contains("Moby-Dick");
        assertThat(browser.get("/api/books/9780441172719/similar").status()).isEqualTo(200);
        parts.fail("qdrant", Fault.NONE);
        recover();

        parts.fail("redis", Fault.HELD);
        becomesDegraded(List.of("redis"));
        var anew = browser.get("/api/books/search?q=astronaut%20left%20behind%20on%20Mars");
        assertThat(anew.json().at("/items/0/title").asText()).isEqualTo("The Martian");
        assertThat(anew.header("X-Cache")).isEqualTo("MISS");
    }

    @Test
    void a_change_that_redis_could_not_be_told_of_is_told_later() {
        var admin = browser.bearer("admin");
        var query = "/api/books/search?q=lamp%20of%20the%20deep%20sea&maxPrice=13.13";
        await().atMost(PATIENCE).until(() -> "HIT".equals(browser.get(query).header("X-Cache")));
        parts.fail("redis", Fault.CUT);
        becomesDegraded(List.of("redis"));

        var book = browser.post(
                "/api/books",
                "{\"title\":\"Lamp of the Deep Sea\",\"language\":\"en\",\"price\":{\"amount\":\"13.13\",\"currency\":\"EUR\"}}",
                "Authorization",
                admin);
        assertThat(book.status()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> titles(browser.get(query)).contains("Lamp of the Deep Sea"));
        parts.fail("redis", Fault.NONE);
        recover();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(titles(browser.get(query))).contains("Lamp of the Deep Sea"));
    }

    @Test
    void who_asks_the_same_at_the_same_time_is_given_what_one_of_them_finds_without_redis() {
        parts.fail("redis", Fault.CUT);
        becomesDegraded(List.of("redis"));
        for (var i = 0; i < 20; i++) {
            var query = "/api/books/search?q=" + UUID.randomUUID() + "%20whale";
            assertThat(IntStream.range(0, 12)
                            .mapToObj(shopper -> CompletableFuture.supplyAsync(() -> browser.get(query), shoppers))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join))
                    .allMatch(page -> page.status() == 200);
        }
        parts.fail("redis", Fault.NONE);
        recover();
    }

    private static List<String> titles(Page page) {
        return page.json().path("items").findValuesAsText("title");
    }

    private void becomesDegraded(List<String> failed) {
        IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.runAsync(this::isAnsweredAnyway, shoppers))
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(isAnsweredAnyway()).isTrue();
            failed.forEach(part -> assertThat(state(part)).as(part).isNotEqualTo("CLOSED"));
        });
    }

    private void recover() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(isAnsweredAnyway()).isFalse();
            PARTS.forEach(part -> assertThat(state(part)).as(part).isEqualTo("CLOSED"));
        });
    }

    /** Asks what nobody has asked before, and what has been asked but on no such page; no answer is ready for either. */
    private boolean isAnsweredAnyway() {
        return isDegraded("/api/books/search?q=a%20whale%20" + UUID.randomUUID())
                | isDegraded("/api/books/search?q=a%20whale%20at%20sea&maxPrice=" + (1000 + pages.getAndIncrement()));
    }

    private boolean isDegraded(String path) {
        var began = System.nanoTime();
        var page = browser.get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().path("items")).isNotEmpty();
        return page.json().path("degraded").asBoolean();
    }

    private String state(String part) {
        return camel.getProcessor("catalog-" + part, ResilienceProcessor.class).getCircuitBreakerState();
    }
}
