package bookstore.saga;

import static bookstore.saga.SagaStatus.RUNNING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a saga stands, and all that is decided about it: how it ends, whose turn it is, when it is over. A function of
 * what it is given, without clock, database or Camel; the rest of this package locks, reads, asks here and writes down
 * the answer.
 *
 * @param steps in the order of their enlistment
 */
record SagaState(SagaStatus status, List<Step> steps) {

    /**
     * One enlistment.
     *
     * @param attempts to call its endpoint that have failed
     */
    record Step(int seq, @Nullable String compensation, @Nullable String completion, boolean done, int attempts) {}

    /**
     * The step to be called.
     *
     * @param attempts that have failed so far
     */
    record Turn(int seq, String uri, int attempts) {}

    /** Whether it takes further steps and can still go either way. */
    boolean isOpen() {
        return status == RUNNING;
    }

    /** An open saga goes this way, and has ended if there is nothing to call on it; the first decision stands. */
    SagaState decide(Direction direction) {
        if (!isOpen()) {
            return this;
        }
        var underWay = new SagaState(direction.underWay, steps);
        return underWay.turn().isPresent() ? underWay : underWay.ended();
    }

    /** Whose turn it is; empty when all has been called. Compensations come in reverse order of enlistment. */
    Optional<Turn> turn() {
        var way = Direction.of(status);
        var order = new ArrayList<>(steps);
        if (way == Direction.COMPENSATE) {
            Collections.reverse(order);
        }
        return order.stream()
                .filter(step -> !step.done())
                .flatMap(step -> way.uri(step).map(uri -> new Turn(step.seq(), uri, step.attempts())).stream())
                .findFirst();
    }

    private SagaState ended() {
        return new SagaState(Direction.of(status).ended, steps);
    }
}
