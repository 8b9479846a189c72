package bookstore.catalog;

import bookstore.catalog.Catalog.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The feeds that were received, and what of them is still to be done. Each call joins the caller's transaction. */
public interface Imports {

    /** Records of one feed that are to be put on the shelves now; nobody else has them meanwhile. */
    record Batch(UUID importId, List<FeedRecord> records) {}

    /**
     * What has become of a record.
     *
     * @param outcome null if it has failed
     * @param reason why it has failed, empty if it has not
     */
    record Result(FeedRecord feedRecord, @Nullable Outcome outcome, String reason) {}

    /** @param source names the feed if it is to be taken once; empty if a feed of that name was taken before */
    Optional<UUID> begin(FeedFormat format, Optional<String> source);

    /** Keeps records of a feed: the sound ones to be done, the others as failed. */
    void keep(UUID importId, List<FeedRecord> records);

    /** The next records of the oldest feed that nobody else works on. */
    Optional<Batch> claim(int atMost);

    /** Does something so that its failure undoes it alone; what the database cannot keep is a refusal. */
    <T> T apart(Supplier<T> work);

    /** Counts what has become of a batch, keeps what was wrong, and is done with it. */
    void done(UUID importId, List<Result> results);

    /** Ends feeds of which nothing is left. */
    void endThoseDone();

    Optional<Import> find(UUID importId);

    /** Whether the feed of that name was received and nothing of it is left. */
    boolean isDone(String source);
}
