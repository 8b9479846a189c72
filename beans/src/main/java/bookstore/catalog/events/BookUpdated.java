package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * What the catalogue says about a book has changed.
 *
 * @param priceMinor what a buyer pays now, in the minor unit of the currency
 * @param version of the book, rises with each change
 */
public record BookUpdated(UUID bookId, String title, long priceMinor, String currency, long version, Instant updatedAt)
        implements DomainEvent {}
