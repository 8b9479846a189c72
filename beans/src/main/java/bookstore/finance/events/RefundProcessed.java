package bookstore.finance.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The sum of an order has been given back.
 *
 * @param reference what the provider calls the refund
 */
public record RefundProcessed(UUID orderId, String reference, long amountMinor, String currency, Instant refundedAt)
        implements DomainEvent {}
