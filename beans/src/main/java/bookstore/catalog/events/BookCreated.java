package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A book has come into the catalogue. Told again for those who keep a copy when somebody wants it to be built anew, or
 * when the book has got another ISBN.
 *
 * @param isbn ISBN-13, empty for a book from before there were any
 * @param priceMinor what a buyer pays now, in the minor unit of the currency
 * @param initialStock copies on the shelf at the start, 0 or more
 * @param version of the book, rises with each change
 * @param toldAgainAt when it is no news; null when it is
 */
public record BookCreated(
        UUID bookId,
        String isbn,
        String title,
        List<String> authors,
        long priceMinor,
        String currency,
        int initialStock,
        long version,
        Instant createdAt,
        @Nullable Instant toldAgainAt)
        implements DomainEvent {

    public BookCreated(
            UUID bookId,
            String isbn,
            String title,
            List<String> authors,
            long priceMinor,
            String currency,
            int initialStock,
            long version,
            Instant createdAt) {
        this(bookId, isbn, title, authors, priceMinor, currency, initialStock, version, createdAt, null);
    }

    public boolean tellsNews() {
        return toldAgainAt == null;
    }
}
