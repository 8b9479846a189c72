package bookstore.shared;

/** Something that one context asks another to do. Named in the imperative; doing it twice has the effect of once. */
public non-sealed interface Command extends Message {}
