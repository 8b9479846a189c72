package bookstore.catalog.routes;

import bookstore.catalog.Book;
import bookstore.catalog.search.BookSearch;
import bookstore.catalog.search.VectorStore;
import bookstore.edge.Parameters;
import bookstore.shared.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/** Finds what a reader of one book may like; the book stands in the variable {@code book} meanwhile. */
final class SimilarBooks {

    private static final String BOOK = "book";

    private final BookDesk books;
    private final BookSearch search;
    private final VectorStore store;

    SimilarBooks(BookDesk books, BookSearch search, VectorStore store) {
        this.books = books;
        this.search = search;
        this.store = store;
    }

    void find(Exchange exchange) {
        exchange.setVariable(BOOK, books.named(exchange));
    }

    /** Leaves the book's vector as the body, or null if it is not in the index yet. */
    void vector(Exchange exchange) {
        var vector = store.published()
                .flatMap(index -> store.find(index, book(exchange).id()))
                .map(found -> floats(found.vector()))
                .orElse(null);
        exchange.getMessage().setBody(vector);
    }

    private static List<Float> floats(float[] vector) {
        return IntStream.range(0, vector.length).mapToObj(i -> vector[i]).toList();
    }

    void read(Exchange exchange) {
        exchange.getMessage().setBody(search.similar(book(exchange).id(), Meanings.nearest(exchange), size(exchange)));
    }

    void missing(Exchange exchange) {
        store.reconnect();
        exchange.getMessage().setBody(null);
    }

    void answer(Exchange exchange) {
        var similar = exchange.getMessage().getBody() instanceof List<?> found
                ? found
                : search.similar(book(exchange), size(exchange));
        exchange.getMessage().setBody(new Page<>(similar, 1, size(exchange), similar.size()));
    }

    private static Book book(Exchange exchange) {
        return exchange.getVariable(BOOK, Book.class);
    }

    private static int size(Exchange exchange) {
        return Parameters.of(exchange).number("size");
    }
}
