package bookstore.inventory.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * At least one book of an order is not there in the wanted number; none is held.
 */
public record InventoryUnavailable(UUID orderId, List<UUID> missingBookIds, Instant checkedAt) implements DomainEvent {}
