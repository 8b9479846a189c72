package bookstore.catalog.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the building of a new search index is.
 *
 * @param collection that is filled
 * @param done books of the total that are in it
 * @param endedAt null while it runs
 */
public record Rebuild(
        long id, String collection, State state, int done, int total, Instant startedAt, @Nullable Instant endedAt) {

    /** What became of it. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
