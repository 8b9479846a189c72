package bookstore.catalog.routes;

import static org.awaitility.Awaitility.await;

import bookstore.catalog.BookOrder;
import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.Draft;
import bookstore.catalog.Filter;
import bookstore.catalog.search.VectorStore;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;

/** Puts the books of the first start on the shelves, by the way that every book takes. */
class FirstStock {

    private final Books books;
    private final Catalog catalog;
    private final VectorStore store;
    private final ContextDatabase database;
    private final ObjectMapper json;
    private boolean stocked;

    FirstStock(
            Books books,
            Catalog catalog,
            VectorStore store,
            @Qualifier("catalogDatabase") ContextDatabase database,
            ObjectMapper json) {
        this.books = books;
        this.catalog = catalog;
        this.store = store;
        this.database = database;
        this.json = json;
    }

    private void take(String file) {
        try (var lines = FirstStock.class.getResourceAsStream(file);
                MappingIterator<Draft> drafts = json.readerFor(Draft.class).readValues(lines)) {
            drafts.forEachRemaining(catalog::take);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** Waits until the search knows every book. */
    void isIndexed() {
        if (!stocked) {
            stocked = true;
            database.transaction().executeWithoutResult(status -> {
                take("/bookstore/catalog/fiction.jsonl");
                take("/bookstore/catalog/nonfiction.jsonl");
            });
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> store.published()
                .filter(collection -> store.count(collection)
                        == books.list(Filter.NONE, BookOrder.NEWEST, 1, 1).totalItems())
                .isPresent());
    }
}
