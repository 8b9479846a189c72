package bookstore.catalog.postgres;

import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.Headings;
import bookstore.embedded.TemporaryPostgres;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The catalogue's real schema, emptied for each test. */
final class CatalogDatabase implements AutoCloseable {

    final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    final Ids ids = new Ids(Clock.systemUTC());
    final ContextDatabase database = ContextDatabase.open(
            "catalog", new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 4));
    final Outbox outbox = new Outbox(database, json, ids::next, () -> {});
    final Books books = new PostgresBooks(database, json);
    final Headings headings = new PostgresHeadings(database, ids);
    final PostgresShelves shelves = new PostgresShelves(database, json);
    final PostgresPurchases purchases = new PostgresPurchases(database);
    final Catalog catalog = new Catalog(shelves, headings, purchases, outbox, Clock.systemUTC(), ids);

    CatalogDatabase() {
        database.jdbc()
                .sql("truncate books, headings, book_headings, reviews, purchases, imports, import_records,"
                        + " import_faults, outbox")
                .update();
    }

    /** In a transaction of its own. */
    <T> T does(Supplier<T> change) {
        return database.transaction().execute(status -> change.get());
    }

    void changes(Runnable change) {
        database.transaction().executeWithoutResult(status -> change.run());
    }

    /** The routing keys of what was told, oldest first. */
    List<String> told() {
        return database.jdbc()
                .sql("select routing_key from outbox order by seq")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        database.close();
    }
}
