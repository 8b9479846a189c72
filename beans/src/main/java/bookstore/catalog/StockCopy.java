package bookstore.catalog;

import bookstore.inventory.events.StockChanged;

/** How many copies can be sold, as inventory says. An event older than what is known changes nothing. */
@FunctionalInterface
public interface StockCopy {

    void note(StockChanged event);
}
