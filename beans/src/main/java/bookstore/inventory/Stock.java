package bookstore.inventory;

import bookstore.catalog.events.BookCreated;
import bookstore.inventory.commands.ReserveStock;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import java.util.Optional;
import java.util.UUID;

/**
 * The copies of each book: on hand, and held for orders. Never below zero, never held twice. Every call joins the
 * caller's transaction and tells what has changed.
 */
public interface Stock {

    /** Holds all books of an order or none; an order that has ended before holds nothing any more. */
    void reserve(ReserveStock command);

    /** The copies held for an order leave the house. */
    void ship(OrderConfirmed event);

    /** What was held for an order can be sold again, also when nothing was held. */
    void release(OrderCancelled event);

    /** The first copies of a new book arrive; of one that is told of again its ISBN is noted. */
    void receive(BookCreated event);

    Optional<StockLevel> find(UUID bookId);

    /**
     * Says how many copies there really are.
     *
     * @param seen the version that whoever counted saw before; copies that have come, been held or left since are not in
     *     the count. Without it the count is believed as it is
     * @throws bookstore.shared.Refusal if another version is there by now, if fewer than are held for orders, or the book
     *     is unknown
     */
    StockLevel count(UUID bookId, int onHand, Optional<Long> seen);

    /** The book with an ISBN-13, the latest if several have had it. */
    Optional<UUID> named(String isbn);
}
