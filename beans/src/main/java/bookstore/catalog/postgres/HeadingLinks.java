package bookstore.catalog.postgres;

import bookstore.catalog.Book;
import bookstore.catalog.Heading;
import bookstore.catalog.HeadingKind;
import bookstore.shared.postgres.ContextDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under which headings a book stands. */
class HeadingLinks {

    private final JdbcClient jdbc;

    HeadingLinks(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    void add(Book book) {
        var kinds = new ArrayList<String>();
        var positions = new ArrayList<Integer>();
        var headings = new ArrayList<UUID>();
        for (var kind : HeadingKind.values()) {
            var ofKind = of(kind, book);
            for (var i = 0; i < ofKind.size(); i++) {
                kinds.add(kind.name());
                positions.add(i);
                headings.add(ofKind.get(i).id());
            }
        }
        jdbc.sql("insert into book_headings (book_id, kind, position, heading_id)"
                        + " select ?, * from unnest(?::text[], ?::int[], ?::uuid[])")
                .params(book.id(), kinds.toArray(String[]::new), positions.toArray(Integer[]::new))
                .param(headings.toArray(UUID[]::new))
                .update();
    }

    void remove(UUID bookId) {
        jdbc.sql("delete from book_headings where book_id = ?").param(bookId).update();
    }

    private static List<Heading> of(HeadingKind kind, Book book) {
        return switch (kind) {
            case AUTHOR -> book.authors();
            case CATEGORY -> book.categories();
            case PUBLISHER -> book.publisher() == null ? List.of() : List.of(book.publisher());
        };
    }
}
