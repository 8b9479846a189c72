package bookstore.identity;

import java.time.Instant;

/**
 * Somebody with an account.
 *
 * @param id as tokens name it
 * @param locale BCP 47, the language to write to them in
 */
public record User(String id, EmailAddress email, String name, String locale, Instant registeredAt) {}
