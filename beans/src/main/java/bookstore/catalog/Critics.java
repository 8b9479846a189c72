package bookstore.catalog;

import bookstore.catalog.events.BookUpdated;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.Teller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Lets buyers say what they think of what they bought. Each call belongs into a transaction. */
public final class Critics {

    private final Shelves shelves;
    private final Reviews reviews;
    private final Purchases purchases;
    private final Teller teller;
    private final Clock clock;
    private final Ids ids;

    public Critics(Shelves shelves, Reviews reviews, Purchases purchases, Teller teller, Clock clock, Ids ids) {
        this.shelves = shelves;
        this.reviews = reviews;
        this.purchases = purchases;
        this.teller = teller;
        this.clock = clock;
        this.ids = ids;
    }

    /** @throws Refusal if the buyer has not bought the book, or has said something about it before */
    public Review write(UUID bookId, String buyerId, int stars, String text) {
        var book = shelves.lock(bookId).orElseThrow(() -> Refusal.notFound("This book"));
        if (!purchases.contains(buyerId, bookId)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN, "not-bought", "Only who has bought a book may say what it is worth");
        }
        // as fine as it is kept, so that the answer is what will be read
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var review = new Review(ids.next(), bookId, stars, text, now);
        if (!reviews.add(review, buyerId)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "second-review", "You have reviewed this book; take that review back first");
        }
        rate(book, stars, 1);
        return review;
    }

    /** @param buyerId whose review it has to be; empty for an admin */
    public void remove(UUID reviewId, Optional<String> buyerId) {
        var removed = reviews.remove(reviewId, buyerId).orElseThrow(() -> refusal(reviewId));
        shelves.lock(removed.bookId()).ifPresent(book -> rate(book, -removed.stars(), -1));
    }

    private Refusal refusal(UUID reviewId) {
        return reviews.contains(reviewId)
                ? new Refusal(Refusal.Kind.FORBIDDEN, "not-yours", "This review is somebody else's")
                : Refusal.notFound("This review");
    }

    private void rate(Book book, int stars, int count) {
        shelves.rate(book.id(), stars, count);
        var price = book.currentPrice();
        teller.tell(new BookUpdated(
                book.id(), book.title(), price.minor(), price.currency(), book.version() + 1, clock.instant()));
    }
}
