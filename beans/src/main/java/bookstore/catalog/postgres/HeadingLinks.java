package bookstore.catalog.postgres;

import bookstore.catalog.Book;
import bookstore.catalog.Heading;
import bookstore.catalog.HeadingKind;
import bookstore.shared.postgres.ContextDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under which headings books stand. */
class HeadingLinks {

    private record Link(UUID bookId, HeadingKind kind, int position, UUID headingId) {}

    private final JdbcClient jdbc;

    HeadingLinks(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    void add(List<Book> books) {
        var links = books.stream().flatMap(book -> links(book).stream()).toList();
        jdbc.sql("insert into book_headings (book_id, kind, position, heading_id)"
                        + " select * from unnest(?::uuid[], ?::text[], ?::int[], ?::uuid[])")
                .param(links.stream().map(Link::bookId).toArray(UUID[]::new))
                .param(links.stream().map(link -> link.kind().name()).toArray(String[]::new))
                .param(links.stream().map(Link::position).toArray(Integer[]::new))
                .param(links.stream().map(Link::headingId).toArray(UUID[]::new))
                .update();
    }

    private static List<Link> links(Book book) {
        var links = new ArrayList<Link>();
        for (var kind : HeadingKind.values()) {
            var ofKind = of(kind, book);
            for (var i = 0; i < ofKind.size(); i++) {
                links.add(new Link(book.id(), kind, i, ofKind.get(i).id()));
            }
        }
        return links;
    }

    void remove(List<Book> books) {
        jdbc.sql("delete from book_headings where book_id = any(?)")
                .param(books.stream().map(Book::id).toArray(UUID[]::new))
                .update();
    }

    private static List<Heading> of(HeadingKind kind, Book book) {
        return switch (kind) {
            case AUTHOR -> book.authors();
            case CATEGORY -> book.categories();
            case PUBLISHER -> book.publisher() == null ? List.of() : List.of(book.publisher());
        };
    }
}
