package bookstore.notification.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.embedded.process.Loopback;
import bookstore.messaging.Wire;
import bookstore.notification.MailLog;
import bookstore.notification.MailStatus;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.MessageType;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of mails while the mail server is away: none is lost, given up or counted as sent. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=notification",
            "bookstore.notification.poll=200ms",
            "bookstore.notification.first-retry=100ms",
            "bookstore.notification.longest-retry=200ms",
            "camel.resilience4j.wait-duration-in-open-state=1",
            "camel.resilience4j.permitted-number-of-calls-in-half-open-state=5"
        })
@DirtiesContext
class MailServerDownTest {

    private static final int MAILS = 6;
    private static final int PORT = Loopback.free("mail server", 0);

    private final Wire wire;
    private final MailLog log;
    private final ContextDatabase database;
    private final AmqpAdmin broker;

    MailServerDownTest(
            @Autowired RabbitTemplate rabbit,
            @Autowired MailLog log,
            @Autowired @Qualifier("notificationDatabase") ContextDatabase database,
            @Autowired AmqpAdmin broker) {
        this.wire = new Wire(rabbit);
        this.log = log;
        this.database = database;
        this.broker = broker;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
    }

    /** What other tests have left behind would take its turn, at a server that is down, before the mails here. */
    @BeforeEach
    void empty_the_mailbox() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var waiting =
                    broker.getQueueInfo(MessageType.of(OrderConfirmed.class).queueOf("notification"));
            database.jdbc().sql("delete from mails").update();
            return waiting.getMessageCount() == 0;
        });
    }

    @Test
    void mails_wait_for_the_server_and_only_what_it_refuses_for_good_waits_for_an_admin() throws Exception {
        for (var i = 0; i < MAILS; i++) {
            wire.tell(new OrderConfirmed(
                    UUID.randomUUID(), "down", "reader" + i + "@example.com", 1290, "EUR", Instant.EPOCH));
        }

        // the breaker opens after five failures; what it turns away is put back, and neither sent nor counted
        await().atMost(Duration.ofSeconds(60)).until(() -> attempts() >= 3 * MAILS);
        assertThat(with(MailStatus.QUEUED)).hasSize(MAILS).anyMatch(mail -> mail.lastError()
                .contains("refused"));

        var busy = new AtomicInteger(3);
        try (var server = new PostOffice(PORT, address -> reply(address, busy))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> with(MailStatus.SENT).size() == MAILS - 1);
            assertThat(server.taken).hasSize(MAILS - 1).doesNotHaveDuplicates();
            assertThat(busy).hasValueLessThanOrEqualTo(0);
            assertThat(with(MailStatus.PARKED))
                    .hasSize(1)
                    .allMatch(mail -> "reader0@example.com".equals(mail.recipient()))
                    .allMatch(mail -> mail.lastError().contains("550"));
        }
    }

    private static String reply(String address, AtomicInteger busy) {
        if (address.startsWith("reader0")) {
            return "550 5.1.1 nobody of that name";
        }
        return address.startsWith("reader1") && busy.getAndDecrement() > 0 ? "451 4.7.1 come back later" : "250 well";
    }

    private int attempts() {
        return with(MailStatus.QUEUED).stream()
                .mapToInt(MailLog.Entry::attempts)
                .sum();
    }

    private List<MailLog.Entry> with(MailStatus status) {
        return log.list(Optional.of(status), Optional.empty(), Optional.empty(), 100).stream()
                .filter(mail -> mail.recipient() != null && mail.recipient().startsWith("reader"))
                .toList();
    }
}
