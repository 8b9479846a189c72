package bookstore.inventory.postgres;

import bookstore.catalog.events.BookCreated;
import bookstore.inventory.StockLevel;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The copies of each book, and the movements that have made them as many. Copies on hand change only together with a
 * movement, in the caller's transaction, so a difference between the two is a mistake or somebody else's hand.
 */
class StockRows {

    private static final String LEVEL = "select book_id, on_hand, reserved, version from stock where book_id = ?";

    private final JdbcClient jdbc;

    StockRows(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** Keeps others from the row until the caller's transaction ends; empty if the book is unknown. */
    Optional<StockLevel> lock(UUID bookId) {
        return jdbc.sql(LEVEL + " for update")
                .param(bookId)
                .query(StockLevel.class)
                .optional();
    }

    Optional<StockLevel> find(UUID bookId) {
        return jdbc.sql(LEVEL).param(bookId).query(StockLevel.class).optional();
    }

    /** @return false if the book was there before */
    boolean receive(BookCreated book) {
        var inserted = jdbc.sql("insert into stock (book_id, on_hand, isbn, book_version)"
                        + " values (?, ?, nullif(?, ''), ?) on conflict do nothing")
                .params(book.bookId(), book.initialStock(), book.isbn(), book.version())
                .update();
        if (inserted == 1) {
            note(book.bookId(), "RECEIVED", null, book.initialStock());
        }
        return inserted == 1;
    }

    void name(BookCreated book) {
        jdbc.sql("update stock set isbn = nullif(?, ''), book_version = ? where book_id = ? and book_version < ?")
                .params(book.isbn(), book.version(), book.bookId(), book.version())
                .update();
    }

    Optional<UUID> named(String isbn) {
        return jdbc.sql("select book_id from stock where isbn = ? order by book_id desc limit 1")
                .param(isbn)
                .query(UUID.class)
                .optional();
    }

    /** @param copies below zero to hold fewer */
    StockLevel hold(UUID bookId, int copies) {
        return change(bookId, 0, copies);
    }

    /** Copies that were held for an order leave the house. */
    void ship(UUID orderId, UUID bookId, int copies) {
        note(bookId, "SHIPPED", orderId, -copies);
        change(bookId, -copies, -copies);
    }

    StockLevel count(StockLevel level, int onHand) {
        note(level.bookId(), "COUNTED", null, onHand - level.onHand());
        return change(level.bookId(), onHand - level.onHand(), 0);
    }

    private void note(UUID bookId, String cause, @Nullable UUID orderId, int copies) {
        if (copies != 0) {
            jdbc.sql("insert into movements (book_id, cause, order_id, copies) values (?, ?, ?, ?)")
                    .params(bookId, cause, orderId, copies)
                    .update();
        }
    }

    private StockLevel change(UUID bookId, int onHand, int reserved) {
        return jdbc.sql("update stock set on_hand = on_hand + ?, reserved = reserved + ?, version = version + 1"
                        + " where book_id = ? returning book_id, on_hand, reserved, version")
                .params(onHand, reserved, bookId)
                .query(StockLevel.class)
                .single();
    }
}
