package bookstore.catalog.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A book that was found.
 *
 * @param score higher is better; comparable within one search only
 * @param matchedBy {@code text}, {@code vector} or both; empty where only the filter counted
 */
public record Hit(UUID bookId, double score, List<String> matchedBy) {

    public Hit {
        Objects.requireNonNull(bookId);
        matchedBy = List.copyOf(matchedBy);
    }

    static Hit unranked(UUID bookId) {
        return new Hit(bookId, 0, List.of());
    }
}
