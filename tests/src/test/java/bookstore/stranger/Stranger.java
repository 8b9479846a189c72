package bookstore.stranger;

/** Nobody's business but its own. */
public record Stranger(String name) {}
