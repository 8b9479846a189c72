package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** A search is answered, whatever is away, and says so; afterwards all is as before. */
@StockedCatalog
@Import(FrailParts.class)
@DirtiesContext
class DegradedSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private FirstStock stock;

    @Autowired
    private FrailParts parts;

    @Autowired
    private CamelContext camel;

    private Browser browser;

    @BeforeEach
    void all_is_well() {
        browser = new Browser(port);
        stock.isIndexed();
        await().atMost(PATIENCE).until(() -> !isDegraded(search()));
    }

    @AfterEach
    void mend() {
        parts.qdrant.mend();
        parts.redis.mend();
        parts.modelIsAway = false;
    }

    @Test
    void without_qdrant_the_words_are_searched() {
        parts.qdrant.cut();

        becomesDegraded("catalog-qdrant");
        var page = browser.get("/api/books/search?q=whale%20hunt&mode=vector");
        assertThat(page.json().path("items").findValuesAsText("title")).contains("Moby-Dick");

        parts.qdrant.mend();
        recovers("catalog-qdrant");
    }

    @Test
    void a_qdrant_that_hangs_is_waited_for_a_moment_only() {
        parts.qdrant.hold();

        becomesDegraded("catalog-qdrant");
        assertThat(browser.get("/api/books/9780441172719/similar").status()).isEqualTo(200);

        parts.qdrant.mend();
        recovers("catalog-qdrant");
    }

    @Test
    void without_the_model_the_words_are_searched() {
        parts.modelIsAway = true;

        becomesDegraded("catalog-embedding");

        parts.modelIsAway = false;
        recovers("catalog-embedding");
    }

    @Test
    void without_redis_everything_is_found_anew() {
        parts.redis.cut();

        becomesDegraded("catalog-redis");
        var page = browser.get("/api/books/search?q=astronaut%20left%20behind%20on%20Mars");
        assertThat(page.json().at("/items/0/title").asText()).isEqualTo("The Martian");
        assertThat(page.header("X-Cache")).isEqualTo("MISS");

        parts.redis.mend();
        recovers("catalog-redis");
    }

    private void becomesDegraded(String breaker) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var page = search();
            assertThat(page.status()).isEqualTo(200);
            assertThat(isDegraded(page)).isTrue();
            assertThat(state(breaker)).isEqualTo("OPEN");
        });
        assertThat(search().json().path("items")).isNotEmpty();
    }

    private void recovers(String breaker) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(isDegraded(search())).isFalse();
            assertThat(state(breaker)).isEqualTo("CLOSED");
        });
    }

    /** Asks what nobody has asked before, so that no answer is ready. */
    private Page search() {
        return browser.get("/api/books/search?q=a%20whale%20" + UUID.randomUUID());
    }

    private String state(String breaker) {
        return camel.getProcessor(breaker, ResilienceProcessor.class).getCircuitBreakerState();
    }

    private static boolean isDegraded(Page page) {
        return page.json().path("degraded").asBoolean();
    }
}
