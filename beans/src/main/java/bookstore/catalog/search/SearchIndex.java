package bookstore.catalog.search;

import bookstore.catalog.Book;
import bookstore.catalog.Books;
import bookstore.catalog.Heading;
import bookstore.shared.Embeddings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the index of meanings true to the catalogue. Whatever is heard of a book, in whatever order and however often:
 * what the catalogue says now is what the index gets.
 */
public final class SearchIndex {

    private static final String MODEL = "bge-small-en-v1.5-q/1";

    private final Books books;
    private final Embeddings embeddings;
    private final VectorStore store;
    private final Rebuilds rebuilds;

    public SearchIndex(Books books, Embeddings embeddings, VectorStore store, Rebuilds rebuilds) {
        this.books = books;
        this.embeddings = embeddings;
        this.store = store;
        this.rebuilds = rebuilds;
    }

    /**
     * Brings a book's entry up to date, also in an index that is being built meanwhile. One that is not there yet is
     * filled later, from what the catalogue says then.
     */
    public void follow(UUID bookId) {
        var building = rebuilds.running().map(Rebuild::collection).filter(store::exists);
        Stream.concat(store.published().stream(), building.stream())
                .distinct()
                .forEach(collection -> write(collection, bookId));
    }

    /** Writes until the book has not changed while it was written, so the last of several writers writes the truth. */
    void write(String collection, UUID bookId) {
        var book = books.find(bookId);
        while (true) {
            put(collection, bookId, book);
            var now = books.find(bookId);
            if (now.map(Book::version).equals(book.map(Book::version))) {
                return;
            }
            book = now;
        }
    }

    private void put(String collection, UUID bookId, Optional<Book> book) {
        if (book.isEmpty()) {
            store.remove(collection, bookId);
            return;
        }
        var text = text(book.get());
        var fingerprint = fingerprint(text);
        if (known(collection, bookId, fingerprint).isEmpty()) {
            store.put(
                    collection,
                    store.published()
                            .flatMap(published -> known(published, bookId, fingerprint))
                            .orElseGet(() -> new BookVector(bookId, fingerprint, meaning(text))));
        }
    }

    private float[] meaning(String text) {
        return SoundVector.of(embeddings.ofPassage(text), embeddings.dimensions());
    }

    private Optional<BookVector> known(String collection, UUID bookId, String fingerprint) {
        return store.find(collection, bookId)
                .filter(vector ->
                        vector.fingerprint().equals(fingerprint) && vector.vector().length == embeddings.dimensions());
    }

    /** What of a book is read: what it is called, who wrote it, where it stands, what it is about. */
    static String text(Book book) {
        return Stream.of(
                        book.subtitle().isEmpty() ? book.title() : book.title() + ": " + book.subtitle(),
                        "by " + names(book.authors()),
                        names(book.categories()),
                        book.description())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(". "));
    }

    private static String names(List<Heading> headings) {
        return headings.stream().map(Heading::name).collect(Collectors.joining(", "));
    }

    private static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((MODEL + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
