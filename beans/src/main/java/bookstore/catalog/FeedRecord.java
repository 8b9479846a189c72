package bookstore.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One book of a feed, or why it is none.
 *
 * @param line on which it begins, from 1
 * @param draft null if it could not be read
 * @param faults empty if it can be put on the shelves
 */
public record FeedRecord(long line, @Nullable Draft draft, List<Fault> faults) {

    public static FeedRecord of(long line, Draft draft) {
        return new FeedRecord(line, draft, draft.faults());
    }

    public static FeedRecord unreadable(long line, String field, String reason) {
        return new FeedRecord(line, null, List.of(new Fault(field, reason)));
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
