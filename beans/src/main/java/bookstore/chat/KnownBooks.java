package bookstore.chat;

import bookstore.catalog.events.BookCreated;
import java.util.List;

/** The names of the catalogue's books: a copy that its events feed, which every instance reads. */
public interface KnownBooks {

    /** What a book is called and who wrote it. */
    record Names(String title, List<String> authors) {}

    void add(BookCreated event);

    List<Names> all();
}
