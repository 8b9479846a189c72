package bookstore.catalog;

import bookstore.shared.Retold;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells again of all books as they are now, so that others can build their copies anew. */
public final class Retelling {

    private final Books books;
    private final BookNews news;

    public Retelling(Books books, Teller teller, Clock clock) {
        this.books = books;
        this.news = new BookNews(teller, clock);
    }

    /**
     * Tells of the next books in the order of their ids; belongs into a transaction.
     *
     * @param last id of the last book of the batch before, null at the start
     * @return how many were told of, and the last of them; empty at the end
     */
    public Optional<Retold> next(@Nullable UUID last, int atMost) {
        var next = books.after(last, atMost);
        news.again(next);
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(new Retold(next.size(), next.get(next.size() - 1).id()));
    }
}
