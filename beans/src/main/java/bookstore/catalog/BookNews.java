package bookstore.catalog;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.shared.Message;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Tells what has become of books. */
final class BookNews {

    private final Teller teller;
    private final Clock clock;

    BookNews(Teller teller, Clock clock) {
        this.teller = teller;
        this.clock = clock;
    }

    void added(List<Book> books) {
        teller.tellAll(books.stream().map(this::created).toList());
    }

    private Message created(Book book) {
        var price = book.currentPrice();
        return new BookCreated(
                book.id(),
                book.isbn() == null ? "" : book.isbn().digits(),
                book.title(),
                book.authors().stream().map(Heading::name).toList(),
                price.minor(),
                price.currency(),
                book.stock().available(),
                book.version(),
                clock.instant());
    }

    void changed(List<Change> changes) {
        teller.tellAll(changes.stream().flatMap(this::of).toList());
    }

    private Stream<Message> of(Change change) {
        var book = change.after();
        var price = book.currentPrice();
        var now = clock.instant();
        var updated = new BookUpdated(book.id(), book.title(), price.minor(), price.currency(), book.version(), now);
        return price.equals(change.before().currentPrice())
                ? Stream.of(updated)
                : Stream.of(updated, new PriceChanged(book.id(), price.minor(), price.currency(), book.version(), now));
    }

    void removed(Book book) {
        teller.tell(new BookDeleted(book.id(), book.version() + 1, clock.instant()));
    }
}
