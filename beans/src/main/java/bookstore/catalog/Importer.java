package bookstore.catalog;

import bookstore.catalog.Imports.Result;
import bookstore.shared.Refusal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Takes feeds of books in two steps: receives a feed as a whole, then puts it on the shelves batch by batch. Each batch
 * is a transaction, so whoever is stopped loses at most one, and anybody can go on.
 */
public final class Importer {

    private static final int KEPT_AT_ONCE = 500;

    private final Feeds feeds;
    private final Imports imports;
    private final Catalog catalog;

    public Importer(Feeds feeds, Imports imports, Catalog catalog) {
        this.feeds = feeds;
        this.imports = imports;
        this.catalog = catalog;
    }

    /**
     * Reads a feed to its end and keeps its records; belongs into a transaction.
     *
     * @param source names the feed if it is to be taken once
     * @return the import, empty if a feed of that name was taken before
     */
    public Optional<UUID> receive(FeedFormat format, InputStream feed, Optional<String> source) {
        var id = imports.begin(format, source);
        id.ifPresent(importId -> {
            var waiting = new ArrayList<FeedRecord>();
            feeds.read(format, feed, feedRecord -> {
                waiting.add(feedRecord);
                if (waiting.size() == KEPT_AT_ONCE) {
                    keep(importId, waiting);
                }
            });
            keep(importId, waiting);
        });
        return id;
    }

    private void keep(UUID importId, List<FeedRecord> waiting) {
        imports.keep(importId, List.copyOf(waiting));
        waiting.clear();
    }

    /**
     * Puts the next records on the shelves; belongs into a transaction.
     *
     * @return whether there may be more
     */
    public boolean work(int atMost) {
        var batch = imports.claim(atMost);
        batch.ifPresent(claimed -> imports.done(claimed.importId(), take(claimed.records())));
        imports.endThoseDone();
        return batch.isPresent();
    }

    /** All at once; where one of them cannot be put there, one by one. */
    private List<Result> take(List<FeedRecord> records) {
        var drafts = records.stream().map(Importer::draft).toList();
        try {
            var outcomes = imports.apart(() -> catalog.take(drafts));
            return IntStream.range(0, records.size())
                    .mapToObj(i -> new Result(records.get(i), outcomes.get(i), ""))
                    .toList();
        } catch (Refusal refusal) {
            return records.stream().map(this::takeAlone).toList();
        }
    }

    private static Draft draft(FeedRecord feedRecord) {
        return Objects.requireNonNull(feedRecord.draft());
    }

    private Result takeAlone(FeedRecord feedRecord) {
        try {
            return new Result(feedRecord, imports.apart(() -> catalog.take(draft(feedRecord))), "");
        } catch (Refusal refusal) {
            return new Result(feedRecord, null, refusal.getMessage());
        }
    }
}
