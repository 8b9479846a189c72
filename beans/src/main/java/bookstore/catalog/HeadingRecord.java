package bookstore.catalog;

import java.util.UUID;

/**
 * An author, a category or a publisher as the catalogue keeps it.
 *
 * @param version rises with each change
 */
public record HeadingRecord(UUID id, String name, long version) {}
