package bookstore.saga;

import bookstore.simulation.Database;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The durable saga service on tables of a simulated database: the decisions are those of {@link SagaState} and
 * {@link Claim}, the rows and conditions those of {@link SagaLog} and {@link SagaWork}.
 */
public final class SimulatedSagas {

    private static final long LEASE = 20;
    private static final long PENDING_DELAY = 30;
    private static final long BACKOFF = 4;

    private record Row(Claim saga, SagaState state, long dueAt, long leasedUntil) {}

    /** What a worker holds. */
    public static final class Held {

        private final Claim claim;

        private Held(Claim claim) {
            this.claim = claim;
        }

        public String id() {
            return claim.id();
        }

        public boolean timedOut() {
            return Saga.TIMEOUT.equals(claim.reason());
        }
    }

    /** A step to be called; asked again if it was pending when it was last asked. */
    public record Turn(int seq, String uri, boolean isAskedAgain) {}

    private final Database.Table<String, Row> rows;

    /** The steps that were pending when they were last asked, by saga and number. */
    private final Database.Table<String, Boolean> pending;

    /** How often each step was done, by saga and number. */
    public final Database.Table<String, Integer> done;

    public boolean fenced = true;
    public boolean expiring = true;
    public boolean decidedOnce = true;

    public SimulatedSagas(Database database) {
        rows = database.table();
        pending = database.table();
        done = database.table();
    }

    public void begin(String id, long deadline) {
        var claim = new Claim(id, id, SagaStatus.RUNNING, null, 0, 0);
        rows.put(id, new Row(claim, new SagaState(SagaStatus.RUNNING, new ArrayList<>()), deadline, 0));
    }

    /** @return false if the saga is decided already */
    public boolean enlist(String id, String compensation) {
        var row = rows.get(id);
        if (!row.state().isOpen()) {
            return false;
        }
        var steps = new ArrayList<>(row.state().steps());
        steps.add(new SagaState.Step(steps.size() + 1, compensation, null, false, 0));
        rows.put(id, new Row(row.saga(), new SagaState(SagaStatus.RUNNING, steps), row.dueAt(), row.leasedUntil()));
        return true;
    }

    public boolean complete(String id, long now) {
        return decide(id, Direction.COMPLETE, "completed", now);
    }

    public boolean compensate(String id, String reason, long now) {
        return decide(id, Direction.COMPENSATE, reason, now);
    }

    /** @return false if it is decided otherwise */
    private boolean decide(String id, Direction direction, String reason, long now) {
        var row = rows.get(id);
        var state = decidedOnce
                ? row.state()
                : new SagaState(SagaStatus.RUNNING, row.state().steps());
        if (state.isOpen()) {
            var decided = state.decide(direction);
            var saga = with(row.saga(), decided.status(), reason);
            rows.put(id, new Row(saga, decided, now, row.leasedUntil()));
            return true;
        }
        return direction.leadsTo(state.status());
    }

    public void wake(String id, long now) {
        var row = rows.get(id);
        if (!row.state().isOpen() && !row.state().status().isEnd()) {
            var saga = row.saga();
            var woken = new Claim(id, id, saga.status(), saga.reason(), saga.fence(), saga.wakes() + 1);
            rows.put(id, new Row(woken, row.state(), now, row.leasedUntil()));
        }
    }

    /** Takes on a saga that is due. */
    public Optional<Held> claim(long now) {
        return rows.all().stream()
                .filter(row -> isDue(row) && row.dueAt() <= now && row.leasedUntil() <= now)
                .findFirst()
                .map(row -> {
                    var taken = row.saga().taken();
                    var state = new SagaState(taken.status(), row.state().steps());
                    rows.put(taken.id(), new Row(taken, state, row.dueAt(), now + LEASE));
                    return new Held(taken);
                });
    }

    private boolean isDue(Row row) {
        return !row.state().status().isEnd() && (expiring || !row.state().isOpen());
    }

    /** When there is something to claim next. */
    public long nextAt() {
        return rows.all().stream()
                .filter(this::isDue)
                .mapToLong(row -> Math.max(row.dueAt(), row.leasedUntil()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    public Optional<Turn> turn(Held held) {
        var steps = rows.get(held.id()).state().steps();
        return new SagaState(held.claim.status(), steps)
                .turn()
                .map(turn -> new Turn(
                        turn.seq(),
                        turn.uri(),
                        pending.find(held.id() + turn.seq()).isPresent()));
    }

    /** @return whether the worker still has the saga; if not, its transaction must be rolled back */
    public boolean done(Held held, Turn turn, long now) {
        var row = rows.get(held.id());
        if (isLost(held, row)) {
            return false;
        }
        var steps = new ArrayList<>(row.state().steps());
        steps.replaceAll(step -> step.seq() == turn.seq()
                ? new SagaState.Step(step.seq(), step.compensation(), step.completion(), true, step.attempts())
                : step);
        done.put(held.id() + turn.seq(), done.find(held.id() + turn.seq()).orElse(0) + 1);
        rows.put(held.id(), new Row(row.saga(), new SagaState(row.state().status(), steps), row.dueAt(), now + LEASE));
        return true;
    }

    public boolean pending(Held held, Turn turn, long now) {
        pending.put(held.id() + turn.seq(), true);
        return postpone(held, now, PENDING_DELAY);
    }

    public boolean failed(Held held, long now) {
        return postpone(held, now, BACKOFF);
    }

    private boolean postpone(Held held, long now, long wait) {
        var row = rows.get(held.id());
        if (isLost(held, row)) {
            return false;
        }
        var due = row.saga().wakes() == held.claim.wakes() ? now + wait : now;
        rows.put(held.id(), new Row(row.saga(), row.state(), due, 0));
        return true;
    }

    public boolean finish(Held held) {
        var row = rows.get(held.id());
        if (isLost(held, row)) {
            return false;
        }
        var ended = new SagaState(held.claim.direction().ended, row.state().steps());
        rows.put(held.id(), new Row(with(row.saga(), ended.status(), row.saga().reason()), ended, row.dueAt(), 0));
        return true;
    }

    private boolean isLost(Held held, Row row) {
        return fenced && row.saga().fence() != held.claim.fence();
    }

    public SagaStatus status(String id) {
        return rows.get(id).state().status();
    }

    public int steps(String id) {
        return rows.get(id).state().steps().size();
    }

    private static Claim with(Claim saga, SagaStatus status, @Nullable String reason) {
        return new Claim(saga.id(), saga.name(), status, reason, saga.fence(), saga.wakes());
    }
}
