package bookstore.shared.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a context has already heard. The row is written in the transaction of the hop, so a hop that fails forgets it
 * and a hop that commits remembers it (Idempotent Receiver, EIP p. 528).
 */
public final class Inbox {

    private final JdbcClient jdbc;

    public Inbox(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    /**
     * Notes a message; to be called inside the transaction that handles it.
     *
     * @param consumed queue and message id
     * @return false if it was noted before
     */
    public boolean add(String consumed) {
        return jdbc.sql("insert into inbox (consumed) values (?) on conflict do nothing")
                        .param(consumed)
                        .update()
                == 1;
    }

    public boolean contains(String consumed) {
        return jdbc.sql("select exists (select 1 from inbox where consumed = ?)")
                .param(consumed)
                .query(Boolean.class)
                .single();
    }
}
