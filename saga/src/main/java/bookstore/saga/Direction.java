package bookstore.saga;

import static bookstore.saga.SagaStatus.COMPENSATED;
import static bookstore.saga.SagaStatus.COMPENSATING;
import static bookstore.saga.SagaStatus.COMPLETED;
import static bookstore.saga.SagaStatus.COMPLETING;

/** The two ways a saga can end, and how each is walked. */
enum Direction {
    COMPENSATE("compensate", COMPENSATING, COMPENSATED, "compensation_uri", "desc"),
    COMPLETE("complete", COMPLETING, COMPLETED, "completion_uri", "asc");

    final String verb;
    final SagaStatus underWay;
    final SagaStatus ended;
    final String column;
    final String order;

    Direction(String verb, SagaStatus underWay, SagaStatus ended, String column, String order) {
        this.verb = verb;
        this.underWay = underWay;
        this.ended = ended;
        this.column = column;
        this.order = order;
    }

    static Direction of(SagaStatus underWay) {
        return underWay == COMPENSATING ? COMPENSATE : COMPLETE;
    }

    boolean leadsTo(SagaStatus status) {
        return status == underWay || status == ended;
    }
}
