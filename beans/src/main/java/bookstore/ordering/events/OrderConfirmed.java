package bookstore.ordering.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An order is paid and its books are reserved; it can no longer be cancelled.
 */
public record OrderConfirmed(
        UUID orderId, String buyerId, String email, long totalMinor, String currency, Instant confirmedAt)
        implements DomainEvent {}
