package bookstore.ordering.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An order has ended without books changing hands; whatever was taken has been given back.
 *
 * @param reason such as {@code CARD_DECLINED} or {@code OUT_OF_STOCK}
 */
public record OrderCancelled(UUID orderId, String buyerId, String email, String reason, Instant cancelledAt)
        implements DomainEvent {}
