package bookstore.inventory.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The number of copies that can be sold has changed.
 *
 * @param version rises with each change of this book; an older one says nothing new
 */
public record StockChanged(UUID bookId, int available, long version, Instant changedAt) implements DomainEvent {}
