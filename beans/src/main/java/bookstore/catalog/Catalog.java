package bookstore.catalog;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

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
    private final Teller teller;
    private final Clock clock;
    private final Cataloguer cataloguer;

    public Catalog(Shelves shelves, Headings headings, Teller teller, Clock clock, Ids ids) {
        this.cataloguer = new Cataloguer(headings, ids);
        this.shelves = shelves;
        this.headings = headings;
        this.teller = teller;
        this.clock = clock;
    }

    public Book add(Draft draft) {
        var book = cataloguer.describe(draft);
        shelves.lockSame(book).ifPresent(Catalog::refuseKnown);
        return add(book);
    }

    /** Takes what a feed says: a book that is not known yet is added, another is made what the feed says. */
    public Outcome take(Draft draft) {
        var book = cataloguer.describe(draft);
        var known = shelves.lockSame(book);
        if (known.isEmpty()) {
            add(book);
            return Outcome.ADDED;
        }
        return change(known.get(), book).equals(known.get()) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    /** @throws Refusal if the book is not here, has another version by now, or would be the same as another */
    public Book change(UUID bookId, long expectedVersion, Draft draft) {
        return change(lock(bookId, Optional.of(expectedVersion)), cataloguer.describe(draft));
    }

    /** Takes a book off; what was ordered stays ordered. */
    public void remove(UUID bookId, Optional<Long> expectedVersion) {
        var book = lock(bookId, expectedVersion);
        shelves.remove(book);
        teller.tell(new BookDeleted(bookId, book.version() + 1, clock.instant()));
    }

    /** Gives a heading another name, on all books that stand under it. */
    public HeadingRecord rename(HeadingKind kind, UUID headingId, long expectedVersion, String name) {
        var renamed = headings.rename(kind, headingId, expectedVersion, name);
        shelves.lockUnder(headingId).forEach(book -> save(book, book.withVersion(book.version() + 1)));
        return renamed;
    }

    private Book add(Book book) {
        shelves.add(book);
        var price = book.currentPrice();
        teller.tell(new BookCreated(
                book.id(),
                book.isbn() == null ? "" : book.isbn().digits(),
                book.title(),
                book.authors().stream().map(Heading::name).toList(),
                price.minor(),
                price.currency(),
                book.stock().available(),
                book.version(),
                clock.instant()));
        return book;
    }

    private Book change(Book before, Book described) {
        var same = described.inPlaceOf(before);
        return same.equals(before) ? before : save(before, same.withVersion(before.version() + 1));
    }

    private Book save(Book before, Book changed) {
        shelves.save(changed);
        var price = changed.currentPrice();
        var now = clock.instant();
        teller.tell(new BookUpdated(
                changed.id(), changed.title(), price.minor(), price.currency(), changed.version(), now));
        if (!price.equals(before.currentPrice())) {
            teller.tell(new PriceChanged(changed.id(), price.minor(), price.currency(), changed.version(), now));
        }
        return changed;
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
