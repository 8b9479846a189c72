package bookstore.saga;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saga as an operator sees it.
 *
 * @param name id of the route that began it
 * @param reason why it ends the way it does, {@link #TIMEOUT} or the failure; null while it runs
 * @param attentionSince since when a step has failed so often that someone should look; null if none has
 * @param dueAt when it is looked at next
 */
public record Saga(
        String id,
        String name,
        SagaStatus status,
        @Nullable String reason,
        @Nullable Instant attentionSince,
        Instant deadline,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<Step> steps) {

    /** Reason of a saga that was compensated because its deadline had passed. */
    public static final String TIMEOUT = "timeout";

    /**
     * One enlistment.
     *
     * @param status ENLISTED, PENDING, FAILING or DONE
     * @param attempts that have failed
     * @param lastError of the last attempt, or what the step waits for
     */
    public record Step(
            int seq,
            @Nullable String compensation,
            @Nullable String completion,
            Map<String, String> options,
            String status,
            int attempts,
            @Nullable String lastError) {}
}
