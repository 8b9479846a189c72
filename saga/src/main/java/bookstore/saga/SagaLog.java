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
    private final SagaSteps steps;

    SagaLog(JdbcClient jdbc, TransactionTemplate transaction, Bell bell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bell = bell;
        this.steps = new SagaSteps(jdbc);
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
                steps.add(id, step);
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
            if (!lockIfRunning(id)) {
                return status(id);
            }
            var decided = new SagaState(RUNNING, steps.of(id)).decide(direction);
            write(id, decided, reason);
            bell.ringAfterCommit();
            return Optional.of(decided.status());
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

    private void write(String id, SagaState decided, String reason) {
        jdbc.sql("update sagas set due_at = clock_timestamp(), reason = ?, status = ?,"
                        + " ended_at = case when ? then clock_timestamp() end where id = ?")
                .params(reason, decided.status().name(), decided.status().isEnd(), id)
                .update();
    }
}
