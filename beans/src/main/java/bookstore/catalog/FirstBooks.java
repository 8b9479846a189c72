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
    private final Imports imports;

    public FirstBooks(Importer importer, Imports imports) {
        this.importer = importer;
        this.imports = imports;
    }

    /** Receives them unless that was done before; belongs into a transaction. */
    public void receive() {
        FEEDS.forEach(this::receive);
    }

    private void receive(String name) {
        try (var feed = Objects.requireNonNull(FirstBooks.class.getResourceAsStream(name), name)) {
            importer.receive(FeedFormat.JSON_LINES, feed, Optional.of(source(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all of them have been put on the shelves, at whatever start. */
    public boolean areOnTheShelves() {
        return FEEDS.stream().map(FirstBooks::source).allMatch(imports::isDone);
    }

    private static String source(String name) {
        return "first books: " + name;
    }
}
