package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A book costs something else from now on.
 *
 * @param priceMinor what a buyer pays from now on, in the minor unit of the currency
 * @param version of the book, rises with each change
 */
public record PriceChanged(UUID bookId, long priceMinor, String currency, long version, Instant changedAt)
        implements DomainEvent {}
