package bookstore.notification.postgres;

import bookstore.notification.MailKind;
import bookstore.notification.MailLog;
import bookstore.notification.MailStatus;
import bookstore.notification.Postman;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the mailbox has written. */
class PostgresMailLog implements MailLog {

    private static final String ENTRY = "m.id, m.kind, m.about, (select a.email from addressees a"
            + " where a.about = m.about) as recipient, m.status, m.attempts, m.message_id, m.queued_at, m.due_at,"
            + " m.sent_at, m.last_error";

    private final JdbcClient jdbc;
    private final Postman postman;

    PostgresMailLog(ContextDatabase database, Postman postman) {
        this.jdbc = database.jdbc();
        this.postman = postman;
    }

    @Override
    public List<Entry> list(Optional<MailStatus> status, Optional<MailKind> kind, Optional<UUID> after, int size) {
        return jdbc.sql("select " + ENTRY + " from mails m where (:status::text is null or m.status = :status)"
                        + " and (:kind::text is null or m.kind = :kind) and (:after::uuid is null or m.id < :after)"
                        + " order by m.id desc limit :size")
                .param("status", status.map(Enum::name).orElse(null))
                .param("kind", kind.map(Enum::name).orElse(null))
                .param("after", after.orElse(null))
                .param("size", size)
                .query(Entry.class)
                .list();
    }

    @Override
    public long parked() {
        return jdbc.sql("select count(*) from mails where status = 'PARKED'")
                .query(Long.class)
                .single();
    }

    /** The attempts begin anew, and whatever an attempt under way reports afterwards is not believed. */
    @Override
    public Optional<Entry> resend(UUID id) {
        var entry = jdbc.sql("update mails m set status = 'QUEUED', attempts = 0, fence = fence + 1,"
                        + " tried_since = null, due_at = now(), sent_at = null where m.id = ? returning " + ENTRY)
                .param(id)
                .query(Entry.class)
                .optional();
        entry.ifPresent(queued -> postman.call());
        return entry;
    }
}
