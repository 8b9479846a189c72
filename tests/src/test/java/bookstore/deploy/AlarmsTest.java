package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.stories.Shop;
import bookstore.stories.WholeShop;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What waits for somebody is told to those who watch the shop, and is gone once it has been taken care of. */
@WholeShop
class AlarmsTest {

    private static final String LETTERS = "bookstore_messaging_dead_letters";
    private static final String QUEUE = "notification.order.confirmed";

    private final Browser shop;
    private final Browser desk;
    private final Map<String, ContextDatabase> databases;

    AlarmsTest(
            @LocalServerPort int port,
            @LocalManagementPort int managementPort,
            @Autowired Map<String, ContextDatabase> databases) {
        this.shop = new Browser(port);
        this.desk = new Browser(managementPort);
        this.databases = databases;
    }

    @Test
    void every_alarm_is_in_the_manual() {
        var manual = Yaml.read(Path.of("docs/running.md"));

        assertThat(Yaml.file("deploy/prometheus/alerts.yml").findValuesAsText("alert"))
                .hasSizeGreaterThan(10)
                .allSatisfy(alarm -> assertThat(manual).contains("`" + alarm + "`"));
    }

    @Test
    void a_message_that_was_given_up_is_told_by_its_queue_until_it_is_discarded(@Autowired RabbitTemplate rabbit) {
        var labels = new String[] {"context=\"notification\"", "consumer=\"" + QUEUE + "\""};
        var before = number(LETTERS, labels);

        rabbit.send(
                "",
                QUEUE,
                MessageBuilder.withBody("{".getBytes(StandardCharsets.UTF_8)).build());

        becomes(before + 1, LETTERS, labels);
        discardAll(QUEUE);
        becomes(0, LETTERS, labels);
    }

    @Test
    void what_is_not_published_is_told_with_its_age_and_what_nobody_is_bound_for_as_unrouted(
            @Autowired CamelContext camel) throws Exception {
        var identity = "context=\"identity\"";
        var unrouted = number(LETTERS, "consumer=\"unrouted\"");
        camel.getRouteController().stopRoute("identity-poll-outbox");
        try {
            in(
                    "identity",
                    "insert into outbox (message_id, exchange, routing_key, payload, correlation_id, traceparent,"
                            + " created_at) values (gen_random_uuid(), 'identity.events', 'of.no.interest', '{}', '', '',"
                            + " now() - interval '1 hour')");

            becomes(1, "bookstore_messaging_outbox_waiting", identity);
            assertThat(number("bookstore_messaging_outbox_oldest_age_seconds", identity))
                    .isBetween(3600.0, 4000.0);
        } finally {
            camel.getRouteController().startRoute("identity-poll-outbox");
        }
        becomes(0, "bookstore_messaging_outbox_waiting", identity);
        becomes(0, "bookstore_messaging_outbox_oldest_age_seconds", identity);
        becomes(unrouted + 1, LETTERS, "consumer=\"unrouted\"");
        discardAll("unrouted");
        becomes(0, LETTERS, "consumer=\"unrouted\"");
    }

    @Test
    void a_saga_that_needs_attention_is_told() {
        var id = UUID.randomUUID();
        var values = " values ('" + id + "', 'alarms', 'COMPENSATING', now() + interval '1 day',"
                + " now() + interval '1 day', now())";

        waits(
                "ordering",
                "insert into sagas (id, name, status, deadline, due_at, attention_since)" + values,
                "delete from sagas where id = '" + id + "'",
                () -> idsOf("/api/admin/sagas?status=NEEDS_ATTENTION").contains(id.toString()),
                "bookstore_ordering_sagas_attention");
    }

    @Test
    void a_mail_that_is_parked_is_told() {
        var id = UUID.randomUUID();

        waits(
                "notification",
                "insert into mails (id, kind, about, facts, message_id, correlation_id, traceparent, status) values ('"
                        + id + "', 'ORDER_CONFIRMED', 'alarms', '{}', '" + id + "', '', '', 'PARKED')",
                "delete from mails where id = '" + id + "'",
                () -> idsOf("/api/admin/notifications?status=PARKED").contains(id.toString()),
                "bookstore_notification_mails_parked");
    }

    /** It is left alone by those who ask again, as one that has just been asked for. */
    @Test
    void a_refund_that_stays_undone_is_told() {
        var id = UUID.randomUUID();

        waits(
                "finance",
                "insert into payments (order_id, state, payment_token, amount_minor, currency, refund_state,"
                        + " refund_attempts, changed_at) values ('" + id
                        + "', 'CAPTURED', 'tok_visa', 1, 'EUR', 'DUE', 10, now() + interval '1 day')",
                "delete from payments where order_id = '" + id + "'",
                () -> true,
                "bookstore_finance_refunds_undone");
    }

    @Test
    void books_that_do_not_agree_are_told_by_kind() {
        var id = UUID.randomUUID();

        waits(
                "finance",
                "insert into recon_findings (kind, order_id, ours, theirs) values ('MAIL_MISSING', '" + id
                        + "', '', '')",
                "delete from recon_findings where order_id = '" + id + "'",
                () -> shop.get("/api/admin/reconciliation", "Authorization", shop.bearer("admin"))
                        .body()
                        .contains(id.toString()),
                "bookstore_finance_reconciliation_findings",
                "kind=\"MAIL_MISSING\"");
    }

    @Test
    void a_circuit_breaker_that_is_open_is_seen_in_health_and_metrics(@Autowired CircuitBreakerRegistry breakers) {
        var breaker = breakers.find("chat-ordering").orElseThrow();
        breaker.transitionToOpenState();
        try {
            becomes(1, "resilience4j_circuitbreaker_state", "name=\"chat-ordering\"", "state=\"open\"");
            var health = desk.get("/observe/health", "Authorization", "Basic b3BzOm9wcw==")
                    .json();
            assertThat(health.at("/components/breakers/status").asText()).isEqualTo("DEGRADED");
            assertThat(health.at("/components/breakers/details/chat-ordering").asText())
                    .isEqualTo("OPEN");
            assertThat(desk.get("/observe/health/ready").status()).isEqualTo(200);
        } finally {
            breaker.transitionToClosedState();
        }
        becomes(0, "resilience4j_circuitbreaker_state", "name=\"chat-ordering\"", "state=\"open\"");
    }

    private void waits(
            String context, String insert, String delete, Callable<Boolean> shown, String name, String... labels) {
        var before = number(name, labels);
        in(context, insert);
        try {
            becomes(before + 1, name, labels);
            await().atMost(Shop.PATIENCE).until(shown);
        } finally {
            in(context, delete);
        }
        becomes(before, name, labels);
    }

    private void in(String context, String sql) {
        assertThat(databases.get(context + "Database").jdbc().sql(sql).update()).isEqualTo(1);
    }

    private double number(String name, String... labels) {
        return await().atMost(Shop.PATIENCE)
                .until(() -> Metrics.of(desk).sum(name, labels), number -> !Double.isNaN(number));
    }

    private void becomes(double expected, String name, String... labels) {
        await(name).atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(
                        Metrics.of(desk).sum(name, labels))
                .isEqualTo(expected));
    }

    private void discardAll(String consumer) {
        for (var id : idsOf("/api/admin/dead-letters?consumer=" + consumer)) {
            var answer = shop.send(
                    "DELETE",
                    "/api/admin/dead-letters/" + id,
                    BodyPublishers.noBody(),
                    "Authorization",
                    shop.bearer("admin"));
            assertThat(answer.status()).isEqualTo(204);
        }
    }

    private List<String> idsOf(String path) {
        return shop.get(path, "Authorization", shop.bearer("admin")).json().findValuesAsText("id");
    }
}
