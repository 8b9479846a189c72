package bookstore.notification.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.embedded.TemporaryPostgres;
import bookstore.notification.Addressee;
import bookstore.notification.Mail;
import bookstore.notification.MailKind;
import bookstore.notification.MailLog;
import bookstore.notification.MailStatus;
import bookstore.notification.Notice;
import bookstore.notification.NotificationSettings;
import bookstore.notification.commands.TellMails;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresMailboxTest {

    private static ContextDatabase database;

    private final AtomicInteger calls = new AtomicInteger();
    private final PostgresMailLog log = new PostgresMailLog(database, calls::incrementAndGet);
    private final String order = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        database = ContextDatabase.open(
                "notification", new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 8));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("truncate mails, addressees").update();
    }

    @Test
    void a_mail_goes_to_one_of_many_who_take() throws Exception {
        var mailbox = mailbox(Duration.ofMinutes(2));
        for (var i = 0; i < 50; i++) {
            put(mailbox, UUID.randomUUID().toString(), MailKind.ORDER_CREATED);
        }

        var takers = Executors.newFixedThreadPool(6);
        var taken = new ArrayList<UUID>();
        for (var all : takers.invokeAll(List.<Callable<List<UUID>>>of(
                () -> takeAll(mailbox), () -> takeAll(mailbox), () -> takeAll(mailbox), () -> takeAll(mailbox)))) {
            taken.addAll(all.get());
        }
        takers.shutdown();

        assertThat(taken).hasSize(50);
        assertThat(new HashSet<>(taken)).hasSize(50);
    }

    @Test
    void whoever_is_away_for_longer_than_the_lease_changes_nothing_any_more() {
        var mailbox = mailbox(Duration.ZERO);
        put(mailbox, order, MailKind.ORDER_CREATED);
        var stale = mailbox.take().orElseThrow();

        var fresh = mailbox.take().orElseThrow();
        mailbox.failed(stale, "late");
        mailbox.sent(stale);
        mailbox.refused(stale, "late");
        mailbox.postpone(stale);
        assertThat(entry().status()).isEqualTo(MailStatus.QUEUED);
        assertThat(entry().attempts()).isEqualTo(2);
        assertThat(entry().lastError()).isEmpty();

        mailbox.sent(fresh);
        assertThat(entry().status()).isEqualTo(MailStatus.SENT);
        assertThat(fresh.attempt()).isEqualTo(2);
    }

    @Test
    void attempts_wait_ever_longer_and_go_on_for_days_until_the_mail_is_parked() {
        var mailbox = mailbox(Duration.ofMinutes(2));
        put(mailbox, order, MailKind.ORDER_CREATED);

        for (var attempt = 1; attempt <= 50; attempt++) {
            assertThat(entry().status()).isEqualTo(MailStatus.QUEUED);
            due();
            mailbox.failed(mailbox.take().orElseThrow(), "451 later " + attempt);
        }
        daysPass(4);
        mailbox.failed(mailbox.take().orElseThrow(), "connection refused");
        assertThat(entry().status()).isEqualTo(MailStatus.QUEUED);

        daysPass(1);
        mailbox.failed(mailbox.take().orElseThrow(), "connection refused");
        assertThat(entry().status()).isEqualTo(MailStatus.PARKED);
        assertThat(entry().lastError()).isEqualTo("connection refused");
        due();
        assertThat(mailbox.take()).isEmpty();
        assertThat(settings(Duration.ZERO).waitAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings(Duration.ZERO).waitAfter(3)).isEqualTo(Duration.ofSeconds(40));
        assertThat(settings(Duration.ZERO).waitAfter(90)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_mail_that_was_tried_for_days_is_tried_for_days_again_when_an_admin_sends_it() {
        var mailbox = mailbox(Duration.ofMinutes(2));
        put(mailbox, order, MailKind.ORDER_CREATED);
        mailbox.take();
        daysPass(6);
        mailbox.failed(mailbox.take().orElseThrow(), "connection refused");
        assertThat(entry().status()).isEqualTo(MailStatus.PARKED);

        log.resend(entry().id());
        mailbox.failed(mailbox.take().orElseThrow(), "connection refused");

        assertThat(entry().status()).isEqualTo(MailStatus.QUEUED);
    }

    @Test
    void what_is_refused_for_good_is_parked_at_once_and_missed_by_those_who_compare() {
        var mailbox = mailbox(Duration.ofMinutes(2));
        put(mailbox, order, MailKind.ORDER_CREATED);
        put(mailbox, order, MailKind.ORDER_CONFIRMED);
        assertThat(told()).containsExactlyInAnyOrder("ORDER_CREATED", "ORDER_CONFIRMED");

        mailbox.refused(mailbox.take().orElseThrow(), "550 no such box");

        assertThat(log.list(Optional.of(MailStatus.PARKED), Optional.empty(), Optional.empty(), 10))
                .hasSize(1)
                .allMatch(mail -> mail.lastError().equals("550 no such box"));
        assertThat(told()).containsExactly("ORDER_CONFIRMED");
    }

    @Test
    void what_was_not_tried_is_not_counted() {
        var mailbox = mailbox(Duration.ofMinutes(2));
        put(mailbox, order, MailKind.ORDER_CREATED);

        mailbox.postpone(mailbox.take().orElseThrow());

        assertThat(entry().attempts()).isZero();
        assertThat(mailbox.take()).isEmpty();
    }

    @Test
    void a_mail_that_is_sent_again_begins_anew_whatever_an_attempt_under_way_says() {
        var mailbox = mailbox(Duration.ofMinutes(2));
        put(mailbox, order, MailKind.ORDER_CREATED);
        var before = mailbox.take().orElseThrow();
        calls.set(0);

        assertThat(log.resend(before.id()).orElseThrow().attempts()).isZero();
        mailbox.sent(before);

        var again = mailbox.take().orElseThrow();
        assertThat(again.messageId()).isEqualTo(before.messageId());
        assertThat(calls).hasValue(1);
        assertThat(log.resend(UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_postman_is_called_after_the_commit_only() {
        var mailbox = mailbox(Duration.ofMinutes(2));

        database.transaction().executeWithoutResult(status -> {
            mailbox.put(new Notice(MailKind.ORDER_CREATED, order, Map.of()));
            assertThat(calls).hasValue(0);
        });
        assertThat(calls).hasValue(1);
        database.transaction().executeWithoutResult(status -> {
            mailbox.put(new Notice(MailKind.ORDER_CONFIRMED, order, Map.of()));
            status.setRollbackOnly();
        });
        assertThat(calls).hasValue(1);
    }

    private PostgresMailbox mailbox(Duration lease) {
        var ids = new Ids(Clock.systemUTC());
        return new PostgresMailbox(
                database, settings(lease), new Facts(new ObjectMapper()), ids, calls::incrementAndGet);
    }

    private static NotificationSettings settings(Duration lease) {
        return new NotificationSettings(
                "shop@bookstore.example", Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(5), lease);
    }

    private static void put(PostgresMailbox mailbox, String about, MailKind kind) {
        database.transaction().executeWithoutResult(status -> {
            mailbox.note(new Addressee(about, "user", "reader@example.com", ""));
            mailbox.put(new Notice(kind, about, Map.of("order", about)));
        });
    }

    private static List<UUID> takeAll(PostgresMailbox mailbox) {
        var taken = new ArrayList<UUID>();
        for (var mail = mailbox.take(); mail.isPresent(); mail = mailbox.take()) {
            mail.map(Mail::id).ifPresent(taken::add);
        }
        return taken;
    }

    private static String[] told() {
        var entries =
                new PostgresMailBook(database).tell(new TellMails(null, 10)).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0).kinds().split(" ");
    }

    private static void daysPass(int days) {
        database.jdbc()
                .sql("update mails set due_at = now(), tried_since = tried_since - make_interval(days => ?)")
                .param(days)
                .update();
    }

    private static void due() {
        database.jdbc().sql("update mails set due_at = now()").update();
    }

    private MailLog.Entry entry() {
        return log.list(Optional.empty(), Optional.empty(), Optional.empty(), 1).get(0);
    }
}
