package bookstore.catalog.postgres;

import bookstore.catalog.StockCopy;
import bookstore.inventory.events.StockChanged;
import bookstore.shared.postgres.ContextDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stock beside the book, so that one read gives both; the book's version does not rise with it. */
class PostgresStockCopy implements StockCopy {

    private final JdbcClient jdbc;

    PostgresStockCopy(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public void note(StockChanged event) {
        jdbc.sql("update books set available = ?, stock_version = ? where id = ? and stock_version < ?")
                .params(event.available(), event.version(), event.bookId(), event.version())
                .update();
    }
}
