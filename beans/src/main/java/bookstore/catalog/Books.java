package bookstore.catalog;

import bookstore.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books on offer, to be read. Books that were taken off are not here. */
public interface Books {

    Optional<Book> find(UUID id);

    Optional<Book> find(Isbn isbn);

    /** Those of the books that are on offer, in the order of the ids; one query. */
    List<Book> findAll(Collection<UUID> ids);

    /** @param page from 1 */
    Page<Book> list(Filter filter, BookOrder order, int page, int size);

    /**
     * Walks through all books.
     *
     * @param last id of the last book of the batch before, null at the start
     * @return the next books by id, empty at the end
     */
    List<Book> after(@Nullable UUID last, int atMost);
}
