package bookstore.catalog.routes;

import bookstore.catalog.Book;
import bookstore.catalog.Books;
import bookstore.catalog.Catalog;
import bookstore.catalog.Draft;
import bookstore.catalog.Isbn;
import bookstore.edge.EntityTag;
import bookstore.edge.Json;
import bookstore.edge.PageLinks;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/** Answers what is asked about books, and changes them. */
class BookDesk {

    private final Books books;
    private final Catalog catalog;
    private final Json json;

    BookDesk(Books books, Catalog catalog, Json json) {
        this.books = books;
        this.catalog = catalog;
        this.json = json;
    }

    void list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var page = books.list(
                BookParameters.filter(parameters),
                BookParameters.order(parameters),
                parameters.number("page"),
                parameters.number("size"));
        PageLinks.add(exchange, page);
        json.ok(exchange, page);
    }

    void show(Exchange exchange) {
        var book = named(exchange);
        var tag = tag(book);
        if (tag.isKnownTo(exchange)) {
            json.notModified(exchange);
        } else {
            json.ok(exchange, book);
        }
        tag.on(exchange);
    }

    void add(Exchange exchange) {
        var book = catalog.add(json.read(exchange, Draft.class));
        json.created(exchange, "/api/books/" + book.id(), book);
        tag(book).on(exchange);
    }

    void change(Exchange exchange) {
        var book = named(exchange);
        var seen = EntityTag.mustBeSeen(exchange, book.version());
        var changed = catalog.change(book.id(), seen, json.read(exchange, Draft.class));
        json.ok(exchange, changed);
        tag(changed).on(exchange);
    }

    void remove(Exchange exchange) {
        catalog.remove(named(exchange).id(), EntityTag.seen(exchange));
        json.noContent(exchange);
    }

    /** The book that the path names, by its id or its ISBN. */
    Book named(Exchange exchange) {
        var name = Parameters.of(exchange).text("id");
        return Isbn.find(name)
                .map(books::find)
                .orElseGet(() -> id(name).flatMap(books::find))
                .orElseThrow(() -> Refusal.notFound("This book"));
    }

    private static Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static EntityTag tag(Book book) {
        return EntityTag.of(book.version(), book.stock().available());
    }
}
