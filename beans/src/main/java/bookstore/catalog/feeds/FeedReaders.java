package bookstore.catalog.feeds;

import bookstore.catalog.FeedFormat;
import bookstore.catalog.FeedRecord;
import bookstore.catalog.Feeds;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;

/** A reader for each format. */
class FeedReaders implements Feeds {

    private final Map<FeedFormat, FeedReader> readers;

    FeedReaders(ObjectMapper json) {
        var drafts = new DraftReader(json);
        this.readers = Map.of(
                FeedFormat.JSON_LINES, new JsonLinesReader(drafts),
                FeedFormat.CSV, new CsvReader(drafts),
                FeedFormat.ONIX, new OnixReader(drafts));
    }

    @Override
    public void read(FeedFormat format, InputStream feed, Consumer<FeedRecord> each) {
        var limited = new RecordLimit(feed);
        try {
            readers.get(format).read(limited, feedRecord -> {
                limited.nextRecord();
                each.accept(feedRecord);
            });
            limited.mustNotHaveBrokenOff();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
