package bookstore.shared;

import java.util.UUID;

/**
 * A part of what a context has told again.
 *
 * @param count how many things were told of, 1 or more
 * @param last id of the last of them
 */
public record Retold(int count, UUID last) {}
