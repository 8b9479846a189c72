package bookstore.catalog.postgres;

import bookstore.catalog.StockCopy;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.postgres.ContextDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stock beside the book, so that one read gives both; the book's version does not rise with it. */
class PostgresStockCopy implements StockCopy {

    private static final String NOTE =
            """
            with before as (select id, available from books where id = ? and stock_version < ? for update)
            update books b set available = ?, stock_version = ? from before where b.id = before.id
            returning (before.available > 0) <> (b.available > 0)
            """;

    private final JdbcClient jdbc;

    PostgresStockCopy(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public boolean note(StockChanged event) {
        return jdbc.sql(NOTE)
                .params(event.bookId(), event.version(), event.available(), event.version())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
