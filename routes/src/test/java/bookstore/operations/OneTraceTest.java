package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.shared.postgres.ContextDatabase;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the request to the last message is one trace. */
@SpringBootTest(
        classes = Warehouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=inventory",
            "bookstore.edge.contracts=warehouse",
            "bookstore.embedded.temporary=true",
            "bookstore.identity.jwk-set-uri=http://localhost:1/keys",
            "management.tracing.sampling.probability=1"
        })
@AutoConfigureObservability
class OneTraceTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final int port;
    private final SpanLog log;
    private final ExportedSpans exported;
    private final ContextDatabase database;

    OneTraceTest(
            @LocalServerPort int port,
            @Autowired SpanLog log,
            @Autowired ExportedSpans exported,
            @Autowired ContextDatabase database) {
        this.port = port;
        this.log = log;
        this.exported = exported;
        this.database = database;
    }

    @Test
    void a_trace_that_the_caller_began_goes_on_over_the_broker() {
        var order = Warehouse.ask(browser(), "traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01");

        awaitAnswer(order);
        await().untilAsserted(() -> assertWhole(log.ofTrace(TRACE_ID)));
    }

    @Test
    void a_trace_that_begins_here_is_one_tree() {
        awaitAnswer(Warehouse.ask(browser()));

        await().untilAsserted(() -> {
            var root = log.all().stream()
                    .filter(span -> span.getName().startsWith("http post"))
                    .filter(span -> !span.getParentSpanContext().isValid())
                    .findFirst()
                    .orElseThrow();
            var spans = log.ofTrace(root.getTraceId());
            assertWhole(spans);
            var ids = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
            assertThat(spans)
                    .filteredOn(span -> span != root)
                    .allSatisfy(span -> assertThat(ids).as(span.getName()).contains(span.getParentSpanId()));
        });
    }

    @Test
    void no_card_number_leaves_the_shop_in_a_trace() {
        browser().get("/api/holds/4242424242424242", "traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(exported.all()).anyMatch(span -> span.contains("(a card number)")));
        assertThat(exported.all()).noneMatch(span -> span.contains("4242424242424242"));
    }

    @Test
    void looking_for_work_is_no_trace() {
        awaitAnswer(Warehouse.ask(browser()));

        assertThat(log.all()).extracting(SpanData::getName).noneMatch(name -> name.contains("outbox"));
    }

    private Browser browser() {
        return new Browser(port);
    }

    private void awaitAnswer(String order) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Warehouse.isAnswered(database, order));
    }

    private static void assertWhole(List<SpanData> spans) {
        assertThat(spans)
                .extracting(SpanData::getName)
                .contains("inventory-ask-hold", "inventory.commands", "default", "inventory.events")
                .anyMatch(name -> name.startsWith("http post /api/holds"));
    }
}
