package bookstore.catalog;

import bookstore.inventory.events.StockChanged;

/** How many copies can be sold, as inventory says. An event older than what is known changes nothing. */
@FunctionalInterface
public interface StockCopy {

    /** @return whether the book is sold out now and was not, or the other way round */
    boolean note(StockChanged event);
}
