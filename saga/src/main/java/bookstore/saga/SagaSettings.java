package bookstore.saga;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sagas are watched and finished. To be nested in the owner's settings.
 *
 * @param pollInterval how often workers look for due sagas; a wake-up only shortens the wait
 * @param workers threads of an instance, so that an undo that hangs does not hold up the others
 * @param lease how long a worker owns a saga after each step; longer than the slowest step, or it is called twice
 * @param attemptsUntilAttention failures of one step after which someone should look; it is retried all the same
 * @param backoffMin wait after the first failure; doubles with each further one
 * @param backoffMax longest wait between two attempts
 * @param pendingDelay wait before a step that answered {@link StepPending} is asked again, unless it is woken
 * @param defaultTimeout deadline of a saga none of whose steps has a time-out
 * @param retention how long ended sagas are kept
 */
public record SagaSettings(
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("2") int workers,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10") int attemptsUntilAttention,
        @DefaultValue("1s") Duration backoffMin,
        @DefaultValue("5m") Duration backoffMax,
        @DefaultValue("30s") Duration pendingDelay,
        @DefaultValue("15m") Duration defaultTimeout,
        @DefaultValue("30d") Duration retention) {

    public SagaSettings {
        if (workers < 1 || attemptsUntilAttention < 1) {
            throw new IllegalArgumentException("workers and attemptsUntilAttention begin with 1");
        }
        if (backoffMin.compareTo(backoffMax) > 0) {
            throw new IllegalArgumentException("backoffMin " + backoffMin + " exceeds backoffMax " + backoffMax);
        }
    }

    /** Doubles from attempt to attempt; the upper half is left to chance, so that what failed together parts. */
    Duration backoff(int attempts) {
        var wait = backoffMin.toMillis() * (1L << Math.min(attempts - 1, 30));
        var atMost = Math.min(wait, backoffMax.toMillis());
        return Duration.ofMillis(atMost / 2 + ThreadLocalRandom.current().nextLong(atMost / 2 + 1));
    }
}
