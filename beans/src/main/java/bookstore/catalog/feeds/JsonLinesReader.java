package bookstore.catalog.feeds;

import bookstore.catalog.FeedRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A JSON object a line; empty lines are passed over. */
class JsonLinesReader implements FeedReader {

    private final DraftReader drafts;

    JsonLinesReader(DraftReader drafts) {
        this.drafts = drafts;
    }

    @Override
    public void read(RecordLimit feed, Consumer<FeedRecord> each) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(feed, StandardCharsets.UTF_8));
        var number = 0L;
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    each.accept(drafts.read(number, line));
                }
            }
        } catch (RecordLimit.RecordTooLong e) {
            each.accept(FeedRecord.unreadable(number + 1, "", e.getMessage() + "; nothing after it was read"));
        }
    }
}
