package bookstore.catalog;

import java.util.List;
import java.util.UUID;

/**
 * Finds books by their words: whole and stemmed words, "quoted phrases", -unwanted words, ISBNs; where nothing has all
 * words, some of them; where nothing has any, what is spelled alike.
 */
public interface TextSearch {

    /** How well a book's words fit a query. */
    enum Fit {
        /** It is called so, or its authors are. */
        NAME,
        /** All words are in it. */
        ALL_WORDS,
        /** Some of the words are in it. */
        SOME_WORDS
    }

    /**
     * A book that was found.
     *
     * @param rank higher is better; comparable within one answer only
     * @param share how much of the query is in the book, 0 to 1; a rare word is more of it than a common one
     */
    record Match(UUID bookId, double rank, Fit fit, double share) {}

    /** Whoever writes quotes or a minus means it, and wants nothing else. */
    static boolean isExact(String query) {
        return query.indexOf('"') >= 0 || query.matches("(.*\\s)?-\\w.*");
    }

    /**
     * @param query 1 to 256 characters as the shopper typed them
     * @param limit 1 to 1000
     * @return the best first
     */
    List<Match> search(String query, Filter filter, int limit);
}
