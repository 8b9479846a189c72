package bookstore.catalog.feeds;

import bookstore.catalog.FeedRecord;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads one format. */
interface FeedReader {

    void read(RecordLimit feed, Consumer<FeedRecord> each) throws IOException;
}
