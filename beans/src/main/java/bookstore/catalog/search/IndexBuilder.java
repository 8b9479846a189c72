package bookstore.catalog.search;

import bookstore.catalog.Book;
import bookstore.catalog.BookOrder;
import bookstore.catalog.Books;
import bookstore.catalog.Filter;
import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the search index anew beside the one that is in use, which goes on answering and being written. The new one
 * takes its place in one step.
 */
public final class IndexBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuilder.class);
    private static final int BATCH = 20;
    private static final int TRIES = 10;

    private final Books books;
    private final SearchIndex index;
    private final VectorStore store;
    private final Rebuilds rebuilds;
    private final int dimensions;
    private final AtomicLong seen = new AtomicLong(-1);

    public IndexBuilder(Books books, SearchIndex index, VectorStore store, Rebuilds rebuilds, int dimensions) {
        this.books = books;
        this.index = index;
        this.store = store;
        this.rebuilds = rebuilds;
        this.dimensions = dimensions;
    }

    /**
     * Notes that a rebuild begins, for {@link #build}.
     *
     * @throws Refusal if one runs
     */
    public Rebuild begin() {
        return rebuilds.begin(size())
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.CONFLICT, "rebuild-running", "The index is being rebuilt; wait for its end"));
    }

    /**
     * Whether there is no index, or one of another model, or one that misses books or has too many and has not come
     * nearer since this was asked last.
     */
    public boolean isDue() {
        return rebuilds.running().isEmpty()
                && store.published().filter(this::isGoodEnough).isEmpty();
    }

    /** Whether there is no index, and nobody builds one. */
    public boolean isMissing() {
        return rebuilds.running().isEmpty() && store.published().isEmpty();
    }

    private boolean isGoodEnough(String collection) {
        var count = store.count(collection);
        var catchesUp = count == size() || seen.getAndSet(count) != count;
        return catchesUp && store.dimensions(collection) == dimensions;
    }

    /** Fills and publishes a new index. A failure leaves the present one as it is. */
    public void build(Rebuild rebuild) {
        try {
            store.create(rebuild.collection(), dimensions);
            fill(rebuild);
            store.publish(rebuild.collection());
            rebuilds.end(rebuild, Rebuild.State.DONE);
            LOG.info("Search index rebuilt collection={} books={}", rebuild.collection(), rebuild.total());
        } catch (RuntimeException e) {
            LOG.warn("Search index not rebuilt collection={}", rebuild.collection(), e);
            rebuilds.end(rebuild, Rebuild.State.FAILED);
        }
    }

    private void fill(Rebuild rebuild) {
        var done = 0;
        @Nullable UUID last = null;
        for (var batch = next(last); !batch.isEmpty(); batch = next(last)) {
            batch.forEach(book -> write(rebuild.collection(), book.id()));
            done += batch.size();
            last = batch.get(batch.size() - 1).id();
            rebuilds.progress(rebuild, done);
        }
    }

    /** A model that others keep busy is waited for, less long than a rebuild may give no sign. */
    private void write(String collection, UUID bookId) {
        for (var left = TRIES; ; left--) {
            try {
                index.write(collection, bookId);
                return;
            } catch (EmbeddingUnavailable e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private List<Book> next(@Nullable UUID last) {
        return books.after(last, BATCH);
    }

    private int size() {
        return Math.toIntExact(books.list(Filter.NONE, BookOrder.NEWEST, 1, 1).totalItems());
    }
}
