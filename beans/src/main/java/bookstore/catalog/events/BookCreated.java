package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A book has come into the catalogue.
 *
 * @param isbn ISBN-13, empty for a book from before there were any
 * @param priceMinor what a buyer pays now, in the minor unit of the currency
 * @param initialStock copies on the shelf at the start, 0 or more
 * @param version of the book, rises with each change
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
        Instant createdAt)
        implements DomainEvent {}
