package bookstore.inventory.postgres;

import java.util.UUID;

/** How many copies of a book there are, and how many of them are held for orders. */
record StockLevel(UUID bookId, int onHand, int reserved, long version) {

    int available() {
        return onHand - reserved;
    }
}
