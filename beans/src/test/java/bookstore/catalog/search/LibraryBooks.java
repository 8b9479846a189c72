package bookstore.catalog.search;

import bookstore.catalog.Book;
import bookstore.catalog.Draft;
import bookstore.catalog.Heading;
import bookstore.catalog.Named;
import bookstore.catalog.Spelling;
import bookstore.shared.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Books of a library, a JSON object a line, with the subject headings that librarians gave them. A heading is asked for
 * and the books that carry it are the answer; headings that are asked for stand nowhere in the index.
 */
final class LibraryBooks {

    private static final int QUERIES = 300;

    private final List<JsonNode> records = new ArrayList<>();
    private final Set<String> asked;

    private LibraryBooks(List<String> lines) throws IOException {
        var json = new ObjectMapper();
        for (var line : lines) {
            records.add(json.readTree(line));
        }
        this.asked = chosen();
    }

    static LibraryBooks read(Path file) {
        try {
            return new LibraryBooks(Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("no books in " + file, e);
        }
    }

    /** Of the headings of 5 to 50 books as many as are wanted, by their hash. */
    private Set<String> chosen() {
        var counts = new TreeMap<String, Integer>();
        records.forEach(book -> subjects(book).forEach(subject -> counts.merge(subject, 1, Integer::sum)));
        return counts.keySet().stream()
                .filter(subject -> counts.get(subject) >= 5 && counts.get(subject) <= 50)
                .sorted(Comparator.comparingInt(subject -> subject.hashCode() * 0x9E3779B9))
                .limit(QUERIES)
                .collect(Collectors.toSet());
    }

    List<Draft> drafts() {
        return records.stream().map(this::draft).toList();
    }

    private Draft draft(JsonNode book) {
        var categories = Stream.concat(subjects(book), texts(book.path("subjectsGeo")))
                .filter(subject -> !asked.contains(subject))
                .distinct()
                .map(LibraryBooks::named)
                .toList();
        var authors = texts(book.path("author")).map(LibraryBooks::named).toList();
        var price = Money.ofMinor(1000, "EUR");
        return new Draft(null, title(book), "", "", authors, null, categories, "en", null, price, null, 1, null);
    }

    /** The queries, judged by the names of {@link #name}; a third of them is held out. */
    List<JudgedQuery> queries() {
        Map<String, Set<String>> books = new HashMap<>();
        for (var book : records) {
            subjects(book).filter(asked::contains).forEach(subject -> books.computeIfAbsent(
                            subject, any -> new HashSet<>())
                    .add(name(
                            title(book), texts(book.path("author")).findFirst().orElse(""))));
        }
        return books.entrySet().stream()
                .map(entry -> new JudgedQuery(
                        Math.floorMod(entry.getKey().hashCode(), 3) == 0,
                        "heading",
                        entry.getKey(),
                        entry.getValue().stream().collect(Collectors.toMap(book -> book, book -> 3))))
                .sorted(Comparator.comparing(JudgedQuery::text))
                .toList();
    }

    static String name(Book book) {
        return name(
                book.title(),
                book.authors().stream().findFirst().map(Heading::name).orElse(""));
    }

    private static String name(String title, String author) {
        return Spelling.key(title + " by " + author);
    }

    private static String title(JsonNode book) {
        var title = book.path("title").asText().strip();
        return title.length() > 500 ? title.substring(0, 500).strip() : title;
    }

    private static Stream<String> subjects(JsonNode book) {
        return texts(book.path("subjects")).distinct();
    }

    private static Stream<String> texts(JsonNode node) {
        return (node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node))
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Named named(String name) {
        return new Named(null, name.length() > 200 ? name.substring(0, 200) : name);
    }
}
