package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A book costs something else from now on.
 */
public record PriceChanged(UUID bookId, long priceMinor, String currency, long version, Instant changedAt)
        implements DomainEvent {}
