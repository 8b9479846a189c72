package bookstore.catalog.postgres;

import bookstore.catalog.Book;
import bookstore.catalog.Heading;
import bookstore.catalog.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a book is written, by the names of the statements' parameters. */
final class BookColumns {

    private BookColumns() {}

    static Map<String, Object> of(Book book) {
        var columns = new HashMap<String, Object>();
        columns.put("id", book.id());
        columns.put("isbn", book.isbn() == null ? null : book.isbn().digits());
        columns.put("title", book.title());
        columns.put("subtitle", book.subtitle());
        columns.put("description", book.description());
        columns.put("authors", names(book.authors()));
        columns.put("categories", names(book.categories()));
        columns.put(
                "publisher", book.publisher() == null ? "" : book.publisher().name());
        columns.put("language", book.language());
        columns.put("published", book.published());
        columns.put("publishedYear", year(book.published()));
        putPrices(columns, book);
        columns.put("coverUrl", book.coverUrl());
        columns.put("available", book.stock().available());
        columns.put("sameAs", book.sameAs());
        columns.put("titleKey", Spelling.key(book.title()));
        columns.put("spelling", Spelling.key(book.title() + " " + names(book.authors())));
        columns.put("version", book.version());
        return columns;
    }

    private static void putPrices(Map<String, Object> columns, Book book) {
        columns.put("priceMinor", book.price().minor());
        columns.put(
                "salePriceMinor",
                book.salePrice() == null ? null : book.salePrice().minor());
        columns.put("currency", book.price().currency());
    }

    private static String names(List<Heading> headings) {
        return headings.stream().map(Heading::name).collect(Collectors.joining(" "));
    }

    private static @Nullable Integer year(@Nullable String published) {
        return published == null ? null : Integer.valueOf(published.replaceAll("(?<=\\d)-.*", ""));
    }
}
