package bookstore.catalog;

import java.io.InputStream;
import java.util.function.Consumer;

/** Reads feeds, however long, a record at a time. */
@FunctionalInterface
public interface Feeds {

    /**
     * Reads to the end. What is wrong with a record is its fault; a feed that cannot be read on ends with a record that
     * says so.
     */
    void read(FeedFormat format, InputStream feed, Consumer<FeedRecord> each);
}
