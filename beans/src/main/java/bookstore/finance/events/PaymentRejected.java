package bookstore.finance.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The sum of an order was not taken and will not be.
 *
 * @param reason such as {@code CARD_DECLINED}
 */
public record PaymentRejected(UUID orderId, String reason, Instant rejectedAt) implements DomainEvent {}
