package bookstore.chat.postgres;

import bookstore.catalog.events.BookCreated;
import bookstore.chat.KnownBooks;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names as the catalogue told them first. */
class PostgresKnownBooks implements KnownBooks {

    private final JdbcClient jdbc;

    PostgresKnownBooks(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public void add(BookCreated event) {
        jdbc.sql("insert into known_books (book_id, title, authors) values (?, ?, ?) on conflict do nothing")
                .params(event.bookId(), event.title(), event.authors().toArray(String[]::new))
                .update();
    }

    @Override
    public List<Names> all() {
        return jdbc.sql("select title, authors from known_books")
                .query((row, number) -> new Names(row.getString("title"), List.of((String[])
                        row.getArray("authors").getArray())))
                .list();
    }
}
