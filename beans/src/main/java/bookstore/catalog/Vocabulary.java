package bookstore.catalog;

/** The words that stand in the books' titles and descriptions, as they were when they were last counted. */
public interface Vocabulary {

    /** Counts the words of the books on offer, if any has changed since. */
    void count();

    /**
     * A query with the words that no book has, but for a slip of the finger, written as books write them.
     *
     * @param query 1 to 256 characters
     * @return the query itself if nothing is to be corrected
     */
    String corrected(String query);
}
