package bookstore.catalog;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.shared.Message;
import bookstore.shared.Teller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what has become of books. */
final class BookNews {

    private final Teller teller;
    private final Clock clock;

    BookNews(Teller teller, Clock clock) {
        this.teller = teller;
        this.clock = clock;
    }

    void added(List<Book> books) {
        teller.tellAll(books.stream().map(book -> state(book, null)).toList());
    }

    /** As they are now, to those who may have missed it. */
    void again(List<Book> books) {
        teller.tellAll(books.stream().map(this::again).toList());
    }

    private Message again(Book book) {
        return state(book, clock.instant());
    }

    private Message state(Book book, @Nullable Instant toldAgainAt) {
        var price = book.currentPrice();
        return new BookCreated(
                book.id(),
                isbn(book),
                book.title(),
                book.authors().stream().map(Heading::name).toList(),
                price.minor(),
                price.currency(),
                book.stock().available(),
                book.version(),
                clock.instant(),
                toldAgainAt);
    }

    void changed(List<Change> changes) {
        teller.tellAll(changes.stream().flatMap(this::of).toList());
    }

    private Stream<Message> of(Change change) {
        var book = change.after();
        var price = book.currentPrice();
        var now = clock.instant();
        var updated = new BookUpdated(book.id(), book.title(), price.minor(), price.currency(), book.version(), now);
        var news = Stream.<Message>builder().add(updated);
        if (!price.equals(change.before().currentPrice())) {
            news.add(new PriceChanged(book.id(), price.minor(), price.currency(), book.version(), now));
        }
        if (!isbn(book).equals(isbn(change.before()))) {
            news.add(again(book));
        }
        return news.build();
    }

    private static String isbn(Book book) {
        return book.isbn() == null ? "" : book.isbn().digits();
    }

    void removed(Book book) {
        teller.tell(new BookDeleted(book.id(), book.version() + 1, clock.instant()));
    }
}
