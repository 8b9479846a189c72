package bookstore.saga;

import static bookstore.saga.SagaStatus.COMPENSATING;
import static bookstore.saga.SagaStatus.RUNNING;

import org.jspecify.annotations.Nullable;

/**
 * A saga that is due, or that a worker has taken on.
 *
 * @param reason why it ends the way it does
 * @param fence what the worker must still find when it writes
 * @param wakes how often the saga had been woken by then
 */
record Claim(String id, String name, SagaStatus status, @Nullable String reason, long fence, int wakes) {

    /** As a worker has it: older claims are void, and a saga that still ran has passed its deadline and is compensated. */
    Claim taken() {
        return status == RUNNING
                ? new Claim(id, name, COMPENSATING, Saga.TIMEOUT, fence + 1, wakes)
                : new Claim(id, name, status, reason, fence + 1, wakes);
    }

    Direction direction() {
        return Direction.of(status);
    }
}
