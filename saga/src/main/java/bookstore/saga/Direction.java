package bookstore.saga;

import static bookstore.saga.SagaStatus.COMPENSATED;
import static bookstore.saga.SagaStatus.COMPENSATING;
import static bookstore.saga.SagaStatus.COMPLETED;
import static bookstore.saga.SagaStatus.COMPLETING;

import java.util.Optional;

/** The two ways a saga can end. */
enum Direction {
    COMPENSATE("compensate", COMPENSATING, COMPENSATED),
    COMPLETE("complete", COMPLETING, COMPLETED);

    final String verb;
    final SagaStatus underWay;
    final SagaStatus ended;

    Direction(String verb, SagaStatus underWay, SagaStatus ended) {
        this.verb = verb;
        this.underWay = underWay;
        this.ended = ended;
    }

    static Direction of(SagaStatus underWay) {
        return underWay == COMPENSATING ? COMPENSATE : COMPLETE;
    }

    boolean leadsTo(SagaStatus status) {
        return status == underWay || status == ended;
    }

    /** What a step has to be called at on this way, if anything. */
    Optional<String> uri(SagaState.Step step) {
        return Optional.ofNullable(this == COMPENSATE ? step.compensation() : step.completion());
    }
}
