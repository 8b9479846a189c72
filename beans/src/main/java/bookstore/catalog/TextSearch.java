package bookstore.catalog;

import java.util.List;
import java.util.UUID;

/**
 * Finds books by their words: whole and stemmed words, "quoted phrases", -unwanted words, ISBNs; where nothing has all
 * words, some of them; where nothing has any, what is spelled alike.
 */
public interface TextSearch {

    /**
     * A book that was found.
     *
     * @param rank higher is better; comparable within one answer only
     * @param loose only some of the words are in it
     */
    record Match(UUID bookId, double rank, boolean loose) {}

    /**
     * @param query 1 to 256 characters as the shopper typed them
     * @param limit 1 to 1000
     * @return the best first
     */
    List<Match> search(String query, Filter filter, int limit);
}
