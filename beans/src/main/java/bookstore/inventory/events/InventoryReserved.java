package bookstore.inventory.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * All books of an order are held for it.
 */
public record InventoryReserved(UUID orderId, Instant reservedAt) implements DomainEvent {}
