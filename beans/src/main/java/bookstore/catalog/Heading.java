package bookstore.catalog;

import java.util.UUID;

/** A name under which books are found: an author, a category, a publisher. */
public record Heading(UUID id, String name) {}
