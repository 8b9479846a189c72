package bookstore.basket;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a basket shows of books: its own copy of title, price and stock, fed by events. An event older than what is
 * known changes nothing.
 */
public interface Offers {

    /**
     * A book as it is offered now.
     *
     * @param available copies that can be sold, 0 for a book that is no longer on offer
     * @param onSale whether it can be put into a basket
     */
    record Offer(UUID bookId, String title, Money price, int available, boolean onSale) {}

    void add(BookCreated event);

    void change(BookUpdated event);

    void change(PriceChanged event);

    void remove(BookDeleted event);

    void count(StockChanged event);

    /** The books that are known, also those that are no longer on offer. */
    Map<UUID, Offer> find(Collection<UUID> bookIds);

    /** The book with an ISBN-13, the one on offer if several have had it. */
    Optional<UUID> named(String isbn);

    /** A book that can be put into a basket. */
    default Optional<Offer> onSale(UUID bookId) {
        return find(List.of(bookId)).values().stream().filter(Offer::onSale).findFirst();
    }
}
