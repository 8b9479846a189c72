package bookstore.saga;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the workers read and write. The fence is checked in the statement that locks the saga, after the step's own
 * work: locks are taken in the same order as by callers, and a worker that was too slow rolls back.
 */
final class SagaWork {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SagaSettings settings;
    private final SagaSteps steps;
    private final String worker = UUID.randomUUID().toString();

    SagaWork(JdbcClient jdbc, TransactionTemplate transaction, SagaSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.steps = new SagaSteps(jdbc);
    }

    /** Takes on the saga that is due longest; one that still runs has passed its deadline and is compensated. */
    Optional<Claim> claim() {
        return transaction.execute(status -> due().map(this::take));
    }

    private Optional<Claim> due() {
        return jdbc.sql(
                        """
                        select id, name, status, reason, fence, wakes from sagas
                        where ended_at is null and due_at <= now() and (leased_until is null or leased_until <= now())
                        order by due_at limit 1 for update skip locked
                        """)
                .query(Claim.class)
                .optional();
    }

    private Claim take(Claim due) {
        var claim = due.taken();
        jdbc.sql("update sagas set status = ?, reason = ?, fence = ?, leased_by = ?,"
                        + " leased_until = now() + make_interval(secs => ?) where id = ?")
                .params(claim.status().name(), claim.reason(), claim.fence(), worker)
                .params(seconds(settings.lease()), claim.id())
                .update();
        return claim;
    }

    /** The next step to call. */
    Optional<SagaState.Turn> next(Claim claim) {
        return new SagaState(claim.status(), steps.of(claim.id())).turn();
    }

    Map<String, String> options(Claim claim, SagaState.Turn step) {
        return steps.options(claim.id(), step.seq());
    }

    boolean isAskedAgain(Claim claim, SagaState.Turn step) {
        return steps.isPending(claim.id(), step.seq());
    }

    Map<String, String> logContext(Claim claim) {
        return Entries.of(jdbc.sql("select e.* from sagas, jsonb_each_text(log_context) e where id = ?")
                .param(claim.id()));
    }

    /** To be called in the transaction of the step's work, at its end. */
    void done(Claim claim, SagaState.Turn step) {
        var lease = "leased_until = clock_timestamp() + make_interval(secs => ?)";
        fenced(claim, lease + ", attention_since = null", seconds(settings.lease()));
        steps.mark(claim.id(), step.seq(), "status = 'DONE', last_error = null");
    }

    /** As {@link #done}, to be asked again. */
    void pending(Claim claim, SagaState.Turn step, String awaited) {
        postpone(claim, "attention_since = null", settings.pendingDelay());
        steps.mark(claim.id(), step.seq(), "status = 'PENDING', attempts = 0, last_error = ?", awaited);
    }

    /** Notes a failure and gives the saga back until the next attempt. */
    void failed(Claim claim, SagaState.Turn step, String error) {
        var attempts = step.attempts() + 1;
        transaction.executeWithoutResult(status -> {
            var since = attempts < settings.attemptsUntilAttention() ? "null" : "clock_timestamp()";
            var attention = "attention_since = coalesce(attention_since, " + since + ")";
            postpone(claim, attention, settings.backoff(attempts));
            steps.mark(claim.id(), step.seq(), "status = 'FAILING', attempts = ?, last_error = ?", attempts, error);
        });
    }

    void finish(Claim claim) {
        var ended = claim.direction().ended.name();
        fenced(claim, "status = ?, ended_at = clock_timestamp(), leased_until = null", ended);
    }

    /** Removes some sagas that ended long ago. */
    int forget() {
        return jdbc.sql(
                        """
                        delete from sagas where id in (
                            select id from sagas where ended_at < now() - make_interval(secs => ?)
                            order by ended_at limit 1000 for update skip locked)
                        """)
                .param(seconds(settings.retention()))
                .update();
    }

    /** A wake-up call that came after the claim outweighs the wait. */
    private void postpone(Claim claim, String attention, Duration wait) {
        fenced(
                claim,
                attention + ", leased_until = null,"
                        + " due_at = clock_timestamp() + case wakes when ? then make_interval(secs => ?) else interval '0' end",
                claim.wakes(),
                seconds(wait));
    }

    private void fenced(Claim claim, String assignments, Object... values) {
        var written = jdbc.sql("update sagas set " + assignments + " where id = ? and fence = ?")
                .params(values)
                .params(claim.id(), claim.fence())
                .update();
        if (written == 0) {
            throw new LeaseLost(claim.id());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
