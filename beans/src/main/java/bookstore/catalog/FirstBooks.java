package bookstore.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The books that come with the shop: a feed like any other, taken once. */
public final class FirstBooks {

    static final List<String> FEEDS = List.of("fiction.jsonl", "nonfiction.jsonl");

    private final Importer importer;

    public FirstBooks(Importer importer) {
        this.importer = importer;
    }

    /** Receives them unless that was done before; belongs into a transaction. */
    public void receive() {
        FEEDS.forEach(this::receive);
    }

    private void receive(String name) {
        try (var feed = Objects.requireNonNull(FirstBooks.class.getResourceAsStream(name), name)) {
            importer.receive(FeedFormat.JSON_LINES, feed, Optional.of("first books: " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
