package bookstore.shared.postgres;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long PostgreSQL and the shop wait for each other. A process that stands still, or whose machine has vanished, keeps
 * its locks no longer than the server waits for it; migrations wait for everybody.
 *
 * @param idle how long a transaction may be between two statements before the server ends its session, 1 ms at least; longer than
 *     anything that is done inside of one, such as the confirms for a batch of the outbox
 * @param lock how long a statement waits for a lock before it fails, and is tried again like all that passes
 * @param silence whole seconds that either side waits for a sign of the other on the network; the shop waits as long for the
 *     answer to one statement, so longer than any takes
 */
public record DatabasePatience(
        @DefaultValue("2m") Duration idle, @DefaultValue("10s") Duration lock, @DefaultValue("2m") Duration silence) {

    static final DatabasePatience USUAL =
            new DatabasePatience(Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofMinutes(2));

    /** What each session of the server is begun with. */
    String options() {
        return "-c idle_in_transaction_session_timeout=%d -c lock_timeout=%d -c tcp_user_timeout=%d"
                .formatted(idle.toMillis(), lock.toMillis(), silence.toMillis());
    }
}
