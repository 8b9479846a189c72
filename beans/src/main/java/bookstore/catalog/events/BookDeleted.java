package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A book is no longer on offer.
 */
public record BookDeleted(UUID bookId, long version, Instant deletedAt) implements DomainEvent {}
