package bookstore.catalog.search;

import java.util.List;

/** What the books are called and who wrote them. */
public interface Titles {

    /** Whether a book on offer is called just this; case, accents and punctuation do not matter. */
    boolean contain(String title);

    /**
     * Titles and authors that begin with what somebody has typed so far, whole ones before those in which a later word
     * begins so.
     *
     * @param typed 1 to 256 characters
     */
    List<String> startingWith(String typed, int atMost);
}
