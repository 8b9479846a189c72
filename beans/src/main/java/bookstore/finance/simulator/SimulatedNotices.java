package bookstore.finance.simulator;

import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link SimulatedProvider} tells by itself, in Stripe's words. Each notice is told at least once. */
public class SimulatedNotices {

    private static final int AT_ONCE = 50;

    /**
     * Something to be told.
     *
     * @param body JSON
     */
    public record Notice(UUID id, String body) {}

    private final JdbcClient jdbc;
    private final SimulatorSettings settings;

    public SimulatedNotices(ContextDatabase database, SimulatorSettings settings) {
        this.jdbc = database.jdbc();
        this.settings = settings;
    }

    /** Captures what is late enough, and gives what has not been told, the oldest first. */
    public List<Notice> due() {
        jdbc.sql("update simulator_charges set captured_at = now() where token = 'tok_late' and captured_at is null"
                        + " and first_at < now() - make_interval(secs => ?)")
                .param(settings.late().toMillis() / 1000.0)
                .update();
        return jdbc.sql("select id, json_build_object('id', 'evt_' || id, 'object', 'event', 'type', type, 'data',"
                        + " json_build_object('object', json_build_object('id', object, 'status', 'succeeded',"
                        + " 'metadata', json_build_object('order_id', key))))::text as body"
                        + " from simulator_notices where told_at is null order by made_at limit ?")
                .param(AT_ONCE)
                .query(Notice.class)
                .list();
    }

    public void told(Notice notice) {
        jdbc.sql("update simulator_notices set told_at = now() where id = ?")
                .param(notice.id())
                .update();
    }
}
