package bookstore.catalog;

import bookstore.shared.Page;
import java.util.Optional;
import java.util.UUID;

/** The reviews of all books; who wrote them is known here alone. */
public interface Reviews {

    /** The latest first. */
    Page<Review> list(UUID bookId, int page, int size);

    /** @return false if the buyer has written about the book before */
    boolean add(Review review, String buyerId);

    /** Removes it; empty if it is not there, or somebody else's and a writer is given. */
    Optional<Review> remove(UUID reviewId, Optional<String> buyerId);

    boolean contains(UUID reviewId);
}
