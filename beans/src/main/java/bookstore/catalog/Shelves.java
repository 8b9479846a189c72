package bookstore.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the books are put. Each call joins the caller's transaction; what is locked stays as it is until that ends.
 */
public interface Shelves {

    /** @throws bookstore.shared.Refusal if the same book has been put there meanwhile */
    void add(Book book);

    /** @throws bookstore.shared.Refusal if it has become the same as another book */
    void save(Book changed);

    void remove(Book gone);

    /** Adds to the stars and to the number of reviews of a book, which is a change of it. */
    void rate(UUID bookId, int stars, int count);

    Optional<Book> lock(UUID id);

    /** The book with the same ISBN or, without one, the same title, first author and language. */
    Optional<Book> lockSame(Book candidate);

    /** All books under a heading. */
    List<Book> lockUnder(UUID headingId);
}
