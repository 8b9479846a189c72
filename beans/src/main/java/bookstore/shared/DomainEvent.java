package bookstore.shared;

/**
 * Something that has happened in a context, told to whoever listens. Named in the past tense; sent at least once, so
 * listeners cope with hearing it twice and out of order.
 */
public non-sealed interface DomainEvent extends Message {}
