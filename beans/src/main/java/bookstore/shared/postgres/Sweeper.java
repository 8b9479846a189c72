package bookstore.shared.postgres;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets what a context has told, heard and decided long ago; payment tokens and addresses go with it. Never forgotten is
 * what has not been published and what is parked.
 */
public final class Sweeper {

    /** What was heard is kept for longer than what was told, so that whoever compares both misses nothing. */
    private static final Duration LONGER = Duration.ofDays(7);

    /** Rows in one statement: so few that nobody waits for it. */
    private static final int AT_ONCE = 1000;

    private static final String TOLD = "outbox where published_at";
    private static final String HEARD = "inbox where processed_at";
    private static final String DECIDED = "dead_letters where state <> 'PARKED' and last_at";

    private final JdbcClient jdbc;
    private final Duration keep;

    /** @param keep how long published messages stay; notes of what was heard and decided dead letters stay a week longer */
    public Sweeper(ContextDatabase database, Duration keep) {
        this.jdbc = database.jdbc();
        this.keep = keep;
    }

    /** Batch after batch; another who sweeps at the same time takes other rows. */
    public void sweep() {
        sweep(TOLD, keep);
        sweep(HEARD, keep.plus(LONGER));
        sweep(DECIDED, keep.plus(LONGER));
    }

    private void sweep(String old, Duration age) {
        var table = old.substring(0, old.indexOf(' '));
        var sql = "delete from " + table + " where ctid = any(array(select ctid from " + old
                + " < now() - make_interval(secs => ?) limit ? for update skip locked))";
        int gone;
        do {
            gone = jdbc.sql(sql).params(age.toSeconds(), AT_ONCE).update();
        } while (gone == AT_ONCE);
    }
}
