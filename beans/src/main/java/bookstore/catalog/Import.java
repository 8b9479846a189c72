package bookstore.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed has come.
 *
 * @param total records that were received
 * @param processed records that are done with, good or bad
 * @param failed records that are no books
 * @param errors the first 100
 */
public record Import(
        UUID id,
        FeedFormat format,
        State state,
        int total,
        int processed,
        int added,
        int changed,
        int unchanged,
        int failed,
        Instant receivedAt,
        @Nullable Instant endedAt,
        List<Error> errors) {

    /** Whether there is more to come. */
    public enum State {
        RUNNING,
        DONE
    }

    /** @param line of the feed, from 1 */
    public record Error(long line, String field, String reason) {}
}
