package bookstore.catalog.search;

import bookstore.catalog.BookOrder;
import bookstore.catalog.Filter;
import java.util.List;
import java.util.UUID;

/** Picks from found books those that are wanted. */
public interface Selection {

    /**
     * The books that are on offer and meet the filter.
     *
     * @return in the order; by relevance in the order in which they were given
     */
    List<UUID> of(List<UUID> books, Filter filter, BookOrder order);
}
