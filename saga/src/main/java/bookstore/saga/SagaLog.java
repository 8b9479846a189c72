package bookstore.saga;

import static bookstore.saga.SagaStatus.RUNNING;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What callers write about their sagas, in their transaction if they have one. Refusals are answers, not exceptions:
 * one that flew through the transaction template would mark the caller's transaction for rollback.
 */
final class SagaLog {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Bell bell;

    SagaLog(JdbcClient jdbc, TransactionTemplate transaction, Bell bell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bell = bell;
    }

    void begin(String id, String name, Map<String, String> logContext, Duration timeout) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        """
                        insert into sagas (id, name, status, log_context, deadline, due_at)
                        select ?, ?, 'RUNNING', jsonb_object(?, ?), d, d
                        from (select clock_timestamp() + make_interval(secs => ?)) as t(d)
                        """)
                .params(id, name)
                .param(logContext.keySet().toArray(String[]::new))
                .param(logContext.values().toArray(String[]::new))
                .param(timeout.toMillis() / 1000.0)
                .update());
    }

    /** Empty if there is no such saga. */
    Optional<SagaStatus> status(String id) {
        return jdbc.sql("select status from sagas where id = ?")
                .param(id)
                .query(SagaStatus.class)
                .optional();
    }

    /**
     * Notes a step, if the saga runs.
     *
     * @return where the saga stands: the step is noted only if it is RUNNING
     */
    Optional<SagaStatus> enlist(String id, Enlistment step) {
        return transaction.execute(status -> {
            if (!lockIfRunning(id)) {
                return status(id);
            }
            if (step.hasEndpoint()) {
                insert(id, step);
            }
            if (step.timeoutSeconds() != null) {
                bringDeadlineForward(id, step.timeoutSeconds());
            }
            return Optional.of(RUNNING);
        });
    }

    /**
     * Decides how the saga ends, unless that is decided already.
     *
     * @return where the saga stands now
     */
    Optional<SagaStatus> end(String id, Direction direction, String reason) {
        return transaction.execute(status -> {
            if (lockIfRunning(id)) {
                decide(id, direction, reason);
                bell.ringAfterCommit();
            }
            return status(id);
        });
    }

    /** Makes a saga that is being ended due at once. */
    void wake(String id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update sagas set wakes = wakes + 1, due_at = clock_timestamp()"
                            + " where id = ? and status in ('COMPENSATING', 'COMPLETING')")
                    .param(id)
                    .update();
            bell.ringAfterCommit();
        });
    }

    /**
     * A statement of its own, so that the next one sees the steps of those for whom this one had to wait. A saga that
     * runs no more is not locked: who is refused must not stand in the way of the worker.
     */
    private boolean lockIfRunning(String id) {
        return jdbc.sql("select true from sagas where id = ? and status = 'RUNNING' for update")
                .param(id)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private void insert(String id, Enlistment step) {
        jdbc.sql(
                        """
                        insert into saga_steps (saga_id, seq, compensation_uri, completion_uri, options)
                        select ?, coalesce(max(seq), 0) + 1, ?, ?, jsonb_object(?, ?) from saga_steps where saga_id = ?
                        """)
                .params(id, step.compensation(), step.completion())
                .param(step.options().keySet().toArray(String[]::new))
                .param(step.options().values().toArray(String[]::new))
                .param(id)
                .update();
    }

    private void bringDeadlineForward(String id, double timeoutSeconds) {
        jdbc.sql(
                        """
                        update sagas set (deadline, due_at, deadline_given) = (
                            select d, d, true from (select least(
                                case when deadline_given then deadline end,
                                clock_timestamp() + make_interval(secs => ?))) as t(d))
                        where id = ?
                        """)
                .params(timeoutSeconds, id)
                .update();
    }

    private void decide(String id, Direction direction, String reason) {
        jdbc.sql(
                        """
                        update sagas set due_at = clock_timestamp(), reason = :reason,
                            status = case when t.work then :underWay else :ended end,
                            ended_at = case when t.work then null else clock_timestamp() end
                        from (select exists (select 1 from saga_steps where saga_id = :id and %s is not null)) as t(work)
                        where id = :id
                        """
                                .formatted(direction.column))
                .param("id", id)
                .param("reason", reason)
                .param("underWay", direction.underWay.name())
                .param("ended", direction.ended.name())
                .update();
    }
}
