package bookstore.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.MessageType;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.ThrottleDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What can be done about messages that nobody could handle. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=notification,identity",
            "bookstore.messaging.retry-delays=50ms",
            // as in the running shop; Boot switches it off in tests
            "spring.jmx.enabled=true"
        })
@DirtiesContext
class DeadLetterDeskTest {

    private static final MessageType CONFIRMED = MessageType.of(OrderConfirmed.class);
    private static final String QUEUE = "notification.order.confirmed";
    private static final String DESK = "/api/admin/dead-letters";

    private final Wire wire;
    private final RabbitTemplate rabbit;
    private final Browser browser;
    private final ContextDatabase database;
    private final CamelContext context;
    private final UUID order = UUID.randomUUID();
    private final UUID messageId = UUID.randomUUID();
    private String admin;

    DeadLetterDeskTest(
            @Autowired RabbitTemplate rabbit,
            @LocalServerPort int port,
            @Autowired @Qualifier("notificationDatabase") ContextDatabase database,
            @Autowired CamelContext context) {
        this.wire = new Wire(rabbit);
        this.rabbit = rabbit;
        this.browser = new Browser(port);
        this.database = database;
        this.context = context;
    }

    @BeforeEach
    void logIn() {
        admin = browser.bearer("admin");
        database.jdbc().sql("truncate dead_letters, dead_letter_audit").update();
    }

    @Test
    void a_message_that_nobody_can_read_lies_on_the_desk_with_its_cause() {
        var letter = poison("{\"orderId\":");

        assertThat(letter.path("consumer").asText()).isEqualTo(QUEUE);
        assertThat(letter.path("messageId").asText()).isEqualTo(messageId.toString());
        assertThat(letter.path("attempts").asInt()).isEqualTo(1);
        assertThat(letter.path("failedRoute").asText()).isEqualTo("notification-on-order-confirmed");
        assertThat(letter.path("failedAt").asText()).isEqualTo("kamelet://sink");
        assertThat(letter.path("traceparent").asText()).isEqualTo(Wire.TRACEPARENT);
        assertThat(letter.path("body").isMissingNode()).isTrue();
        var shown = get(DESK + "/" + letter.path("id").asText());
        assertThat(shown.json().path("body").asText()).isEqualTo("{\"orderId\":");
        assertThat(get(DESK + "?consumer=notification&cause=NOT a readable")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(get(DESK + "?consumer=notific").json().path("items")).isEmpty();
        assertThat(get(DESK + "?cause=nothing").json().path("items")).isEmpty();
    }

    @Test
    void what_is_no_place_in_the_list_is_refused() {
        for (var after : new String[] {
            "00000000000000000000_------------------------------------",
            "2026-99-99T00:00:00Z_00000000-0000-0000-0000-000000000000",
            "-99999999-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000"
        }) {
            assertThat(get(DESK + "?after=" + after).status()).as(after).isEqualTo(400);
        }
        assertThat(get(DESK + "?after=0000-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_edited_message_is_handled_under_its_own_id() {
        var letter = poison("{");

        var page = browser.post(replayOf(letter), "{\"body\":" + confirmed() + "}", "Authorization", admin);

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().path("state").asText()).isEqualTo("REPLAYED");
        await().atMost(Duration.ofSeconds(20)).until(() -> mails() == 1);
        assertThat(heard()).isEqualTo(1);
        assertThat(audit()).isEqualTo("REPLAYED admin {");
        assertThat(replay(letter).status()).isEqualTo(409);
    }

    @Test
    void what_was_handled_meanwhile_is_not_handled_again() {
        var letter = poison("{");
        wire.tell(CONFIRMED, confirmed(), messageId);
        await().atMost(Duration.ofSeconds(20)).until(() -> mails() == 1);
        database.jdbc()
                .sql("delete from mails where about = ?")
                .param(order.toString())
                .update();

        browser.post(replayOf(letter), "{\"body\":" + confirmed() + "}", "Authorization", admin);

        await().during(Duration.ofSeconds(2)).until(() -> mails() == 0);
    }

    @Test
    void a_message_that_fails_again_comes_back_to_the_desk() {
        var letter = poison("{");

        assertThat(replay(letter).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> only() != null && only().path("times").asInt() == 2);
        assertThat(only().path("id").asText()).isEqualTo(letter.path("id").asText());
    }

    @Test
    void a_database_that_is_away_for_longer_than_all_delays_makes_no_dead_letter() throws Exception {
        var pool = (HikariDataSource) database.dataSource();
        var forEachAttempt = Duration.ofMillis(pool.getConnectionTimeout());
        List<Connection> connections = new ArrayList<>();
        while (connections.size() < pool.getMaximumPoolSize()) {
            connections.add(pool.getConnection());
        }
        try {
            wire.tell(CONFIRMED, confirmed(), messageId);
            await().pollDelay(forEachAttempt.multipliedBy(5).dividedBy(2))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> true);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> mails() == 1);
        assertThat(items()).isEmpty();
    }

    /** One that could not be parked would come back for ever, and stand before all others. */
    @Test
    void garbage_to_the_last_header_lies_on_the_desk_too() {
        for (var body : List.of("\0{", "", "null", "\uFFFF".repeat(100_000))) {
            strange(body, "not a number", UUID.randomUUID().toString());
        }
        strange(confirmed(), Integer.MIN_VALUE, "id \uD83D\uDCDA, not a UUID");
        strange(confirmed(), 1.5e300, null);
        strange(confirmed(), Map.of("a", List.of("b")), null);

        await().atMost(Duration.ofSeconds(60)).until(() -> items().size() == 6 && mails() == 1);
        assertThat(StreamSupport.stream(items().spliterator(), false))
                .filteredOn(letter -> letter.path("cause").asText().contains("message without an id"))
                .hasSize(2);
        var letter = poison("{", 7);
        assertThat(discard(letter).status()).isEqualTo(204);
    }

    /** RabbitMQ 4 gives a message up that came back 20 times, unless its queue says otherwise. */
    @Test
    void a_dead_letter_that_cannot_be_parked_waits_in_its_queue_until_it_can() {
        database.jdbc()
                .sql("alter table dead_letters rename to dead_letters_away")
                .update();
        var failed = parking("ExchangesFailed");
        try {
            wire.tell(CONFIRMED, "{", messageId);
            // twice each time that it comes
            await().atMost(Duration.ofSeconds(120)).until(() -> parking("ExchangesFailed") > failed + 2 * 21);
        } finally {
            database.jdbc()
                    .sql("alter table dead_letters_away rename to dead_letters")
                    .update();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> items().size() == 1);
        assertThat(only().path("messageId").asText()).isEqualTo(messageId.toString());
    }

    private static long parking(String figure) {
        try {
            var server = ManagementFactory.getPlatformMBeanServer();
            var routes =
                    ObjectName.getInstance("org.apache.camel:type=routes,name=\"notification-park-dead-letters\",*");
            var route = server.queryNames(routes, null).iterator().next();
            return (Long) server.getAttribute(route, figure);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private void strange(String body, Object header, @Nullable String id) {
        var isReadable = id != null && id.startsWith("id");
        var builder = MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                .setType(CONFIRMED.routingKey())
                .setHeader("attempt", header)
                .setHeader("correlation-id", isReadable ? "story" : "x\0".repeat(1000))
                .setHeader("traceparent", header)
                .setHeader("failure-cause", header)
                .setHeader("x-death", header)
                .setHeader("version", isReadable ? 1 : header);
        rabbit.send("", QUEUE, (id == null ? builder : builder.setMessageId(id)).build());
    }

    @Test
    void many_are_replayed_by_a_filter() {
        for (var i = 0; i < 5; i++) {
            wire.tell(CONFIRMED, "{", UUID.randomUUID());
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> items().size() == 5);

        var page =
                browser.post(DESK + "/replay", "{\"filter\":{\"consumer\":\"" + QUEUE + "\"}}", "Authorization", admin);

        assertThat(page.status()).as(page.body()).isEqualTo(202);
        assertThat(page.json().path("matching").asInt()).isEqualTo(5);
        await().atMost(Duration.ofSeconds(20)).until(() -> timesOfAll() == 10);
    }

    @Test
    void many_are_replayed_no_faster_than_they_can_be_looked_after() {
        var camel = context.getCamelContextExtension().getContextPlugin(Model.class);
        var split = (SplitDefinition)
                camel.getRouteDefinition("messaging-replay-many").getOutputs().get(0);

        var throttle = (ThrottleDefinition) split.getOutputs().get(0);

        assertThat(throttle.getExpression().getExpression()).isEqualTo("20");
        assertThat(throttle.getMode()).isIn(null, "TotalRequests");
        assertThat(throttle.getTimePeriodMillis()).isIn(null, "1000");
        assertThat(throttle.getAsyncDelayed()).isNotEqualTo("true");
        // what replays comes behind it
        assertThat(split.getOutputs()).hasSize(2);
    }

    /** A context that is newer than its hearers may say more than they know. */
    @Test
    void what_a_message_says_that_nobody_knows_is_ignored() {
        wire.tell(CONFIRMED, confirmed().replaceFirst("\\{", "{\"giftWrap\":{\"colour\":\"red\"},"), messageId);

        await().atMost(Duration.ofSeconds(60)).until(() -> mails() == 1);
        assertThat(items()).isEmpty();
    }

    @Test
    void what_no_queue_is_bound_for_is_on_the_desk_and_a_replay_publishes_it_as_it_was() {
        wire.tell(new MessageType("ordering.events", "order.framed"), "{}", messageId);
        await().atMost(Duration.ofSeconds(60)).until(() -> unrouted().isPresent());
        var letter = unrouted().orElseThrow();
        assertThat(letter.path("cause").asText()).isEqualTo("no queue is bound for it");
        assertThat(letter.path("routingKey").asText()).isEqualTo("order.framed");

        assertThat(replay(letter).status()).isEqualTo(200);

        // by the same context once more, or by the other
        await().atMost(Duration.ofSeconds(60)).until(() -> unrouted()
                .filter(again ->
                        again.path("times").asInt() == 2 || !again.path("id").equals(letter.path("id")))
                .isPresent());
        discard(unrouted().orElseThrow());
    }

    @Test
    void pages_follow_one_another_without_gap() {
        for (var i = 0; i < 5; i++) {
            wire.tell(CONFIRMED, "{", UUID.randomUUID());
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> items().size() == 5);

        var first = get(DESK + "?size=3").json();
        var second = get(DESK + "?size=3&after=" + first.path("next").asText()).json();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("items").findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsText("id"));
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void a_discarded_message_stays_visible_and_cannot_be_replayed() {
        var letter = poison("{");

        assertThat(discard(letter).status()).isEqualTo(204);

        assertThat(items()).isEmpty();
        assertThat(get(DESK + "?state=DISCARDED").json().path("items")).hasSize(1);
        assertThat(replay(letter).status()).isEqualTo(409);
        assertThat(audit()).isEqualTo("DISCARDED admin -");
        assertThat(get(DESK + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void the_console_counts_and_replays() throws Exception {
        var letter = poison("{");
        var server = ManagementFactory.getPlatformMBeanServer();
        var name = new ObjectName("bookstore:type=DeadLetters");

        assertThat(server.getAttribute(name, "Parked")).isEqualTo(1L);
        server.invoke(name, "replay", new Object[] {letter.path("id").asText()}, new String[] {String.class.getName()});

        await().atMost(Duration.ofSeconds(20))
                .until(() -> only() != null && only().path("times").asInt() == 2);
        assertThat(audit()).isEqualTo("REPLAYED jmx -");
    }

    @Test
    void the_outbox_says_how_long_it_waits() {
        var backlog = get("/api/admin/outbox").json().path("items");

        assertThat(backlog.findValuesAsText("context")).contains("notification");
        assertThat(backlog.path(0).path("waiting").asInt()).isZero();
        assertThat(backlog.path(0).path("oldestAgeSeconds").asInt()).isZero();
    }

    private JsonNode poison(String body) {
        return poison(body, 1);
    }

    private JsonNode poison(String body, int number) {
        wire.tell(CONFIRMED, body, messageId);
        await().atMost(Duration.ofSeconds(60)).until(() -> items().size() == number);
        return only();
    }

    private String confirmed() {
        return ("{\"orderId\":\"%s\",\"buyerId\":\"b\",\"email\":\"reader@example.com\",\"totalMinor\":1,"
                        + "\"currency\":\"EUR\",\"confirmedAt\":\"2026-11-25T20:00:00Z\"}")
                .formatted(order);
    }

    private static String replayOf(JsonNode letter) {
        return DESK + "/" + letter.path("id").asText() + "/replay";
    }

    private Page replay(JsonNode letter) {
        return browser.send("POST", replayOf(letter), BodyPublishers.noBody(), "Authorization", admin);
    }

    private Page get(String path) {
        return browser.get(path.replace(" ", "%20"), "Authorization", admin);
    }

    private Page discard(JsonNode letter) {
        var path = DESK + "/" + letter.path("id").asText();
        return browser.send("DELETE", path, BodyPublishers.noBody(), "Authorization", admin);
    }

    private Optional<JsonNode> unrouted() {
        var items = get(DESK + "?consumer=unrouted").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(letter -> letter.path("messageId").asText().equals(messageId.toString()))
                .findAny();
    }

    private JsonNode items() {
        return get(DESK + "?consumer=notification").json().path("items");
    }

    private JsonNode only() {
        return items().get(0);
    }

    private int timesOfAll() {
        return items().findValuesAsText("times").stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private long mails() {
        return count("select count(*) from mails where about = ?", order.toString());
    }

    private long heard() {
        return count("select count(*) from inbox where consumed = ?", QUEUE + " " + messageId);
    }

    private long count(String sql, String parameter) {
        return database.jdbc().sql(sql).param(parameter).query(Long.class).single();
    }

    private String audit() {
        return database.jdbc()
                .sql("select action || ' ' || by_whom || ' ' || coalesce(earlier_payload, '-') from dead_letter_audit")
                .query(String.class)
                .single();
    }
}
