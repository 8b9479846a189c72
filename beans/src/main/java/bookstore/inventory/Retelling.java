package bookstore.inventory;

import bookstore.shared.Retold;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells again how many copies of each book can be sold, so that others can build what they know of it anew. */
public interface Retelling {

    /**
     * Tells of the next books in the order of their ids, in the caller's transaction.
     *
     * @param last id of the last book of the batch before, null at the start
     * @return how many were told of, and the last of them; empty at the end
     */
    Optional<Retold> next(@Nullable UUID last, int atMost);
}
