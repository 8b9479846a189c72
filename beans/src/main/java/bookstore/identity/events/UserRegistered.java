package bookstore.identity.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;

/**
 * Somebody has an account now.
 *
 * @param locale BCP 47, such as {@code en} or {@code de}
 */
public record UserRegistered(String userId, String email, String name, String locale, Instant registeredAt)
        implements DomainEvent {}
