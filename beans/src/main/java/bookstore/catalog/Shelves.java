package bookstore.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the books are put. Each call joins the caller's transaction; what is locked stays as it is until that ends.
 */
public interface Shelves {

    /** @throws bookstore.shared.Refusal if one of the books has been put there meanwhile */
    void add(List<Book> books);

    /** @throws bookstore.shared.Refusal if one has become the same as another book */
    void save(List<Book> changed);

    void remove(Book gone);

    /** Adds to the stars and to the number of reviews of a book, which is a change of it. */
    void rate(UUID bookId, int stars, int count);

    Optional<Book> lock(UUID id);

    /** Those books that are here already, by what makes them the same ({@link Book#sameAs}). */
    Map<String, Book> lockSame(List<Book> candidates);

    /** All books under a heading. */
    List<Book> lockUnder(UUID headingId);
}
