package bookstore.shared.postgres;

/** Makes the outbox of a context; the messaging side decides who is woken and what travels along. */
public interface Outboxes {

    Outbox of(ContextDatabase database);
}
