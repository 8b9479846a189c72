package bookstore.shared;

/** What travels between contexts: a {@link DomainEvent} or a {@link Command}, a record of JDK types only. */
public sealed interface Message permits DomainEvent, Command {}
