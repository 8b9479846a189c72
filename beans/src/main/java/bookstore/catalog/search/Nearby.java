package bookstore.catalog.search;

import java.util.UUID;

/**
 * A book whose text means something like what was asked.
 *
 * @param similarity cosine, 1 for the same meaning
 */
public record Nearby(UUID bookId, double similarity) {}
