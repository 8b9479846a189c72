package bookstore.catalog;

import bookstore.catalog.events.BookUpdated;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.Teller;
import java.time.Clock;

/**
 * Keeps the catalogue's copy of the stock, and tells when a book is sold out or can be had again: what shoppers filter
 * by. Each call belongs into a transaction.
 */
public final class StockKeeper {

    private final StockCopy copy;
    private final Books books;
    private final Teller teller;
    private final Clock clock;

    public StockKeeper(StockCopy copy, Books books, Teller teller, Clock clock) {
        this.copy = copy;
        this.books = books;
        this.teller = teller;
        this.clock = clock;
    }

    public void note(StockChanged event) {
        if (copy.note(event)) {
            books.find(event.bookId()).ifPresent(this::tell);
        }
    }

    private void tell(Book book) {
        var price = book.currentPrice();
        teller.tell(new BookUpdated(
                book.id(), book.title(), price.minor(), price.currency(), book.version(), clock.instant()));
    }
}
