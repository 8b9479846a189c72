package bookstore.catalog;

import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes the catalogue and tells of it. Each call belongs into a transaction. */
public final class Catalog {

    /** What the shop sells for. */
    public static final String CURRENCY = "EUR";

    /** What has become of a book that a feed describes. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    private final Shelves shelves;
    private final Headings headings;
    private final Purchases purchases;
    private final Cataloguer cataloguer;
    private final BookNews news;

    public Catalog(Shelves shelves, Headings headings, Purchases purchases, Teller teller, Clock clock, Ids ids) {
        this.cataloguer = new Cataloguer(headings, ids);
        this.news = new BookNews(teller, clock);
        this.shelves = shelves;
        this.headings = headings;
        this.purchases = purchases;
    }

    public Book add(Draft draft) {
        var books = cataloguer.describe(List.of(draft));
        shelves.lockSame(books).values().forEach(Catalog::refuseKnown);
        add(books);
        return books.get(0);
    }

    public Outcome take(Draft draft) {
        return take(List.of(draft)).get(0);
    }

    /**
     * Takes what a feed says: books that are not known yet are added, others are made what the feed says.
     *
     * @return what has become of each; where several are the same book, the last of them holds
     */
    public List<Outcome> take(List<Draft> drafts) {
        var outcomes = new ArrayList<Outcome>();
        var different = new LinkedHashMap<String, Book>();
        for (var book : cataloguer.describe(drafts)) {
            if (different.containsKey(book.sameAs())) {
                outcomes.addAll(takeDifferent(List.copyOf(different.values())));
                different.clear();
            }
            different.put(book.sameAs(), book);
        }
        outcomes.addAll(takeDifferent(List.copyOf(different.values())));
        return outcomes;
    }

    private List<Outcome> takeDifferent(List<Book> books) {
        var known = shelves.lockSame(books);
        add(books.stream().filter(book -> !known.containsKey(book.sameAs())).toList());
        var changes = books.stream()
                .filter(book -> known.containsKey(book.sameAs()))
                .collect(Collectors.toMap(Book::sameAs, book -> Change.by(book, known.get(book.sameAs()))));
        save(changes.values());
        return books.stream().map(book -> outcome(changes.get(book.sameAs()))).toList();
    }

    private static Outcome outcome(@Nullable Change change) {
        if (change == null) {
            return Outcome.ADDED;
        }
        return change.isReal() ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    /** @throws Refusal if the book is not here, has another version by now, or would be the same as another */
    public Book change(UUID bookId, long expectedVersion, Draft draft) {
        var known = lock(bookId, Optional.of(expectedVersion));
        var change = Change.by(cataloguer.describe(List.of(draft)).get(0), known);
        save(List.of(change));
        return change.after();
    }

    /**
     * Takes a book off. An order that was placed meanwhile, and is not heard of yet, stays ordered.
     *
     * @throws Refusal if the book is not here, has another version by now, or somebody waits for it
     */
    public void remove(UUID bookId, Optional<Long> expectedVersion) {
        var book = lock(bookId, expectedVersion);
        if (purchases.isWaitedFor(bookId)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "book-in-use",
                    "Somebody waits for this book; it can be taken off when all its orders are confirmed or cancelled");
        }
        shelves.remove(book);
        news.removed(book);
    }

    /** Gives a heading another name, on all books that stand under it. */
    public HeadingRecord rename(HeadingKind kind, UUID headingId, long expectedVersion, String name) {
        var renamed = headings.rename(kind, headingId, expectedVersion, name);
        save(shelves.lockUnder(headingId).stream().map(Change::touching).toList());
        return renamed;
    }

    private void add(List<Book> books) {
        shelves.add(books);
        news.added(books);
    }

    private void save(Collection<Change> changes) {
        var real = changes.stream().filter(Change::isReal).toList();
        shelves.save(real.stream().map(Change::after).toList());
        news.changed(real);
    }

    private Book lock(UUID bookId, Optional<Long> expectedVersion) {
        var book = shelves.lock(bookId).orElseThrow(() -> Refusal.notFound("This book"));
        if (expectedVersion.isPresent() && expectedVersion.get() != book.version()) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_FAILED, "changed-meanwhile", "The book has changed; read it again");
        }
        return book;
    }

    private static void refuseKnown(Book known) {
        throw new Refusal(Refusal.Kind.CONFLICT, "known-book", "This book is known already: " + known.id());
    }
}
