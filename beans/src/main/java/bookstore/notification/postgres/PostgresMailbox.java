package bookstore.notification.postgres;

import bookstore.notification.Addressee;
import bookstore.notification.Mail;
import bookstore.notification.MailKind;
import bookstore.notification.Mailbox;
import bookstore.notification.Notice;
import bookstore.notification.NotificationSettings;
import bookstore.notification.Postman;
import bookstore.shared.Cause;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The time at which a mail is due is also the lease of whoever sends it; the fence rises with each taking, so a sender
 * that was away for longer than its lease changes nothing any more.
 */
class PostgresMailbox implements Mailbox {

    private final JdbcClient jdbc;
    private final NotificationSettings settings;
    private final Facts facts;
    private final Ids ids;
    private final Postman postman;

    PostgresMailbox(ContextDatabase database, NotificationSettings settings, Facts facts, Ids ids, Postman postman) {
        this.jdbc = database.jdbc();
        this.settings = settings;
        this.facts = facts;
        this.ids = ids;
        this.postman = postman;
    }

    @Override
    public void note(Addressee addressee) {
        jdbc.sql("insert into addressees (about, user_id, email, locale) values (?, ?, ?, ?) on conflict do nothing")
                .params(addressee.about(), addressee.userId(), addressee.email(), addressee.locale())
                .update();
        callAfterCommit();
    }

    @Override
    public void put(Notice notice) {
        var cause = Cause.current();
        jdbc.sql("insert into mails (id, kind, about, facts, message_id, correlation_id, traceparent)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(ids.next(), notice.kind().name(), notice.about(), facts.write(notice.facts()))
                .params(messageId(notice), cause.correlationId(), cause.traceparent())
                .update();
        callAfterCommit();
    }

    @Override
    public Optional<Mail> take() {
        return jdbc.sql(
                        """
                        with next as (
                            select m.id, a.email, coalesce(nullif(a.locale, ''), u.locale, '') as locale
                              from mails m join addressees a on a.about = m.about
                              left join addressees u on u.about = a.user_id
                             where m.status = 'QUEUED' and m.due_at <= now()
                             order by m.due_at limit 1 for update of m skip locked)
                        update mails m
                           set attempts = attempts + 1, fence = fence + 1, due_at = now() + make_interval(secs => ?),
                               tried_since = coalesce(tried_since, now())
                          from next where m.id = next.id
                        returning m.id, m.kind, m.facts, m.message_id, m.attempts, m.fence, m.correlation_id,
                                  m.traceparent, next.email, next.locale
                        """)
                .param(seconds(settings.lease()))
                .query((row, number) -> mail(row))
                .optional();
    }

    @Override
    public void sent(Mail mail) {
        jdbc.sql("update mails set status = 'SENT', sent_at = now(), last_error = ''"
                        + " where id = ? and status = 'QUEUED' and fence = ?")
                .params(mail.id(), mail.fence())
                .update();
    }

    @Override
    public void failed(Mail mail, String reason) {
        jdbc.sql("update mails set last_error = left(?, 500), due_at = now() + make_interval(secs => ?),"
                        + " status = case when tried_since > now() - make_interval(secs => ?) then 'QUEUED' else 'PARKED' end"
                        + " where id = ? and status = 'QUEUED' and fence = ?")
                .params(reason, seconds(settings.waitAfter(mail.attempt())))
                .params(seconds(settings.giveUpAfter()), mail.id(), mail.fence())
                .update();
    }

    @Override
    public void refused(Mail mail, String reason) {
        jdbc.sql("update mails set status = 'PARKED', last_error = left(?, 500)"
                        + " where id = ? and status = 'QUEUED' and fence = ?")
                .params(reason, mail.id(), mail.fence())
                .update();
    }

    @Override
    public void postpone(Mail mail) {
        jdbc.sql("update mails set attempts = attempts - 1, due_at = now() + make_interval(secs => ?)"
                        + " where id = ? and status = 'QUEUED' and fence = ?")
                .params(seconds(settings.firstRetry()), mail.id(), mail.fence())
                .update();
    }

    private String messageId(Notice notice) {
        return "<" + notice.about() + "." + notice.kind().slug() + "@" + settings.domain() + ">";
    }

    private Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                MailKind.valueOf(row.getString("kind")),
                row.getString("email"),
                row.getString("locale"),
                facts.read(row.getString("facts")),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getLong("fence"),
                row.getString("correlation_id"),
                row.getString("traceparent"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void callAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                postman.call();
            }
        });
    }
}
