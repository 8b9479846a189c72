package bookstore.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * What a buyer thinks of a book. Who it was is nobody's business.
 *
 * @param stars 1 to 5
 * @param text empty if the stars say it all
 */
public record Review(UUID id, UUID bookId, int stars, String text, Instant writtenAt) {}
