package bookstore.saga;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All sagas of a schema: for their owner, who wakes them, and for operators, who look and help. */
public final class DurableSagas {

    private final JdbcClient jdbc;
    private final SagaLog log;
    private final SagaReader reader;

    DurableSagas(JdbcClient jdbc, SagaLog log) {
        this.jdbc = jdbc;
        this.log = log;
        this.reader = new SagaReader(jdbc);
    }

    public Optional<Saga> find(String id) {
        return reader.find(id);
    }

    /**
     * Those that need attention first, then by age.
     *
     * @param status null for all
     * @param olderThan only sagas that began at least so long ago
     */
    public List<Saga> list(@Nullable SagaStatus status, Duration olderThan, int limit) {
        return reader.list(status, olderThan, limit);
    }

    /** Those that have a step that has failed too often, as {@link #needingAttention()} counts them. */
    public List<Saga> needingAttention(Duration olderThan, int limit) {
        return reader.needingAttention(olderThan, limit);
    }

    /**
     * Has the step whose turn it is called at once, in the caller's transaction if there is one. For the owner who
     * learns that a pending step has come to its end; does nothing if the saga is not being ended. In a transaction,
     * call it last: workers lock a saga after the rows of its steps' work.
     */
    public void wake(String id) {
        log.wake(id);
    }

    /**
     * As {@link #wake}, for an operator who has removed the cause of a failure.
     *
     * @throws UnknownSaga if there is none of this id
     * @throws SagaEnded if nothing is there to be retried
     */
    public void retry(String id) {
        var status = log.status(id).orElseThrow(() -> new UnknownSaga(id));
        if (status != SagaStatus.COMPENSATING && status != SagaStatus.COMPLETING) {
            throw new SagaEnded(id, "be retried", status);
        }
        log.wake(id);
    }

    /**
     * Undoes a saga that runs; fine if that is under way already.
     *
     * @param reason kept with the saga
     * @throws UnknownSaga if there is none of this id
     * @throws SagaEnded if it is completed or about to be
     */
    public void compensate(String id, String reason) {
        new DurableSagaCoordinator(id, log).end(Direction.COMPENSATE, reason);
    }

    /** How many sagas stand where; those that ended count until they are removed. */
    public Map<SagaStatus, Long> counts() {
        var counts = new EnumMap<SagaStatus, Long>(SagaStatus.class);
        for (var status : SagaStatus.values()) {
            counts.put(status, 0L);
        }
        jdbc.sql("select status, count(*) from sagas group by status").query(row -> {
            counts.put(SagaStatus.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /** How many sagas have a step that has failed too often; they are retried all the same. */
    public long needingAttention() {
        return jdbc.sql("select count(*) from sagas where ended_at is null and attention_since is not null")
                .query(Long.class)
                .single();
    }
}
