package bookstore.finance.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The full sum of an order has been taken.
 *
 * @param reference what the provider calls the payment
 */
public record PaymentProcessed(UUID orderId, String reference, long amountMinor, String currency, Instant processedAt)
        implements DomainEvent {}
