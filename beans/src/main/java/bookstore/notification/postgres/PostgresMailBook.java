package bookstore.notification.postgres;

import bookstore.notification.MailBook;
import bookstore.notification.MailKind;
import bookstore.notification.commands.MailsTold;
import bookstore.notification.commands.TellMails;
import bookstore.shared.postgres.ContextDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the mails that are about orders. One that is parked does not count: nobody has had it, nor will by itself. */
class PostgresMailBook implements MailBook {

    private final JdbcClient jdbc;

    PostgresMailBook(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public MailsTold tell(TellMails request) {
        return new MailsTold(jdbc.sql("select about::uuid as order_id, string_agg(kind, ' ') as kinds,"
                        + " max(queued_at) as queued_at from mails"
                        + " where kind <> :account and status <> 'PARKED' and (:after::text is null or about > :after)"
                        + " group by about order by about limit :size")
                .param("account", MailKind.USER_REGISTERED.name())
                .param("after", request.after() == null ? null : request.after().toString())
                .param("size", request.size())
                .query(MailsTold.Entry.class)
                .list());
    }
}
