package bookstore.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Away;
import bookstore.embedded.TemporaryPostgres;
import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.inventory.events.StockChanged;
import bookstore.messaging.ReluctantBroker.Mood;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabasePatience;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Sweeper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.component.springrabbit.SpringRabbitMQComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** What waits in the outbox waits until the broker has said that it has it. */
class OutboxRelayTest {

    private static final String QUEUE = "heard";

    private final ContextDatabase database = ContextDatabase.open(
            "inventory", new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 4));
    private final Outbox outbox =
            new Outbox(database, JsonMapper.builder().findAndAddModules().build(), UUID::randomUUID, () -> {});
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private EmbeddedRabbit rabbit;
    private ReluctantBroker broker;
    private CachingConnectionFactory connections;
    private RabbitTemplate hearer;

    @BeforeEach
    void start(@TempDir Path journal) throws Exception {
        database.jdbc().sql("truncate outbox").update();
        rabbit = EmbeddedRabbit.start("localhost", 0, "guest", "guest", journal);
        broker = new ReluctantBroker(rabbit.port());
        connections = new CachingConnectionFactory("localhost", broker.port());
        connections.setPublisherConfirmType(ConfirmType.CORRELATED);
        hearer = new RabbitTemplate(connections);
        var admin = new RabbitAdmin(connections);
        admin.declareExchange(new TopicExchange("inventory.events"));
        admin.declareQueue(new Queue(QUEUE));
        admin.declareBinding(new Binding(QUEUE, DestinationType.QUEUE, "inventory.events", "#", null));
        relay();
    }

    /** Its clock does not strike while a test runs. */
    private void relay() throws Exception {
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:kamelets");
        camel.getComponent("spring-rabbitmq", SpringRabbitMQComponent.class).setConnectionFactory(connections);
        camel.getRegistry().bind("inventory-transaction", new SpringTransactionPolicy(database.transactionManager()));
        var settings = new Properties();
        settings.setProperty("bookstore.messaging.relay-poll", "1h&delay=1h");
        settings.setProperty("camel.kamelet.event-sink.confirmTimeout", "1000");
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.addRoutes(new OutboxRelayRoutes(outbox, new MessagingSettings(List.of(), 100, 20)));
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.becomes(Mood.CONFIRMS);
        camel.stop();
        connections.destroy();
        broker.close();
        rabbit.close();
        database.close();
    }

    @Test
    void what_the_broker_confirms_is_told_once() {
        tells();

        assertThat(relays()).isNull();
        assertThat(relays()).isNull();

        assertThat(outbox.waiting().count()).isZero();
        assertThat(hears()).isNotNull();
        assertThat(hears()).isNull();
    }

    @Test
    void what_the_broker_declines_is_told_again_and_before_what_comes_after_it() {
        tells();
        tells();
        broker.becomes(Mood.DECLINES);
        assertThat(relays()).isNotNull();
        assertThat(outbox.waiting().count()).isEqualTo(2);
        var first = hears();
        assertThat(hears()).isNull();

        broker.becomes(Mood.CONFIRMS);
        assertThat(relays()).isNull();

        assertThat(outbox.waiting().count()).isZero();
        assertThat(hears()).isEqualTo(first);
        assertThat(hears()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void what_was_confirmed_before_something_is_declined_is_not_told_again() {
        tells();
        tells();
        broker.becomes(Mood.CONFIRMS_ONE);
        assertThat(relays()).isNotNull();
        assertThat(outbox.waiting().count()).isEqualTo(1);
        hears();
        var second = hears();

        broker.becomes(Mood.CONFIRMS);
        assertThat(relays()).isNull();

        assertThat(hears()).isNotNull().isEqualTo(second);
        assertThat(hears()).isNull();
    }

    @Test
    void what_the_broker_confirms_too_late_is_told_again_under_the_same_id() {
        tells();
        broker.becomes(Mood.HESITATES);
        assertThat(relays()).isNotNull();
        assertThat(outbox.waiting().count()).isEqualTo(1);

        broker.becomes(Mood.CONFIRMS);
        assertThat(relays()).isNull();

        assertThat(outbox.waiting().count()).isZero();
        assertThat(hears()).isNotNull().isEqualTo(hears());
    }

    @Test
    void a_relay_that_stands_still_keeps_its_rows_no_longer_than_the_server_waits_for_it() {
        tells();
        try (var other = ContextDatabase.open("inventory", impatient())) {
            var its = new Outbox(other, JsonMapper.builder().build(), UUID::randomUUID, () -> {});
            var end = catchThrowable(() -> other.transaction().executeWithoutResult(status -> {
                assertThat(its.claim(10)).hasSize(1);
                assertThat(relays()).isNull();
                assertThat(hears()).isNull();
                await().atMost(Duration.ofMinutes(1)).until(() -> relays() == null && hears() != null);
                its.waiting();
            }));

            assertThat(end).matches(Away::isBehind);
            assertThat(other.jdbc().sql("select 1").query(Integer.class).single())
                    .isOne();
        }
        assertThat(outbox.waiting().count()).isZero();
    }

    @Test
    void a_lock_that_somebody_keeps_is_something_that_passes() {
        tells();
        try (var other = ContextDatabase.open("inventory", impatient())) {
            database.transaction().executeWithoutResult(status -> {
                outbox.claim(10);
                assertThat(catchThrowable(() -> other.jdbc()
                                .sql("select seq from outbox for update")
                                .query(Long.class)
                                .list()))
                        .matches(Away::isBehind);
            });
        }
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for_any_longer() {
        try (var other = ContextDatabase.open("inventory", impatient())) {
            assertThat(catchThrowable(() -> other.jdbc()
                            .sql("select 1 from pg_sleep(60)")
                            .query(Integer.class)
                            .single()))
                    .matches(Away::isBehind);
        }
    }

    @Test
    void what_was_told_heard_and_decided_long_ago_is_forgotten_and_nothing_else() {
        IntStream.range(0, 1100)
                .forEach(number -> run("insert into outbox (message_id, exchange, routing_key, payload,"
                        + " correlation_id, traceparent, published_at) values (gen_random_uuid(), '', '', '', '', '',"
                        + " now() - interval '31 days')"));
        tells();
        run("update outbox set created_at = now() - interval '90 days' where published_at is null");
        run("truncate inbox, dead_letters");
        run("insert into inbox values ('young', now() - interval '36 days'), ('old', now() - interval '38 days')");
        run("insert into dead_letters (consumer, message_id, type, payload, cause, failed_route, attempts,"
                + " correlation_id, traceparent, state, last_at) select '', state, '', '', '', '', 1, '', '', state,"
                + " now() - interval '38 days' from unnest(array['PARKED', 'DISCARDED', 'REPLAYED']) as state");

        new Sweeper(database, Duration.ofDays(30)).sweep();

        assertThat(texts("select published_at::text from outbox"))
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(texts("select consumed from inbox")).containsExactly("young");
        assertThat(texts("select state from dead_letters")).containsExactly("PARKED");
        run("truncate dead_letters");
    }

    private void run(String sql) {
        database.jdbc().sql(sql).update();
    }

    private List<String> texts(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }

    private static DatabaseSettings impatient() {
        var patience = new DatabasePatience(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(10));
        return new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 2, patience);
    }

    private void tells() {
        database.transaction()
                .executeWithoutResult(status -> outbox.add(new StockChanged(UUID.randomUUID(), 3, 1, Instant.EPOCH)));
    }

    /** @return what ended the batch early; null if nothing did */
    private @Nullable Exception relays() {
        return camel.createProducerTemplate()
                .request("direct:inventory-relay-outbox", exchange -> {})
                .getException();
    }

    /** @return the id of the next message */
    private @Nullable String hears() {
        var message = hearer.receive(QUEUE);
        return message == null ? null : message.getMessageProperties().getMessageId();
    }
}
