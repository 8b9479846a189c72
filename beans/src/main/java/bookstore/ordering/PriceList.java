package bookstore.ordering;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.PriceChanged;
import bookstore.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What ordering charges: its own copy of the catalogue's prices, fed by events. An event older than what is known
 * changes nothing.
 */
public interface PriceList {

    /** What a book is called and costs now. */
    record Entry(UUID bookId, String title, Money price) {}

    void add(BookCreated event);

    void change(PriceChanged event);

    void remove(BookDeleted event);

    /** The entries of those books that are on sale. */
    List<Entry> entries(Collection<UUID> bookIds);
}
