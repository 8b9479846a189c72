package bookstore.catalog.feeds;

import bookstore.catalog.Catalog;
import bookstore.catalog.FeedRecord;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV (RFC 4180) under a header; the columns may come in any order and need not all be there. */
class CsvReader implements FeedReader {

    private static final Set<String> TEXTS = Set.of(
            "isbn", "title", "subtitle", "description", "publisher", "language", "published", "stock", "coverUrl");
    private static final Set<String> NAMES = Set.of("authors", "categories");
    private static final Set<String> PRICES = Set.of("price", "salePrice");
    private static final String CURRENCY = "currency";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final DraftReader drafts;

    CsvReader(DraftReader drafts) {
        this.drafts = drafts;
    }

    @Override
    public void read(RecordLimit feed, Consumer<FeedRecord> each) throws IOException {
        var line = 1L;
        try (var parser = CSVParser.parse(new InputStreamReader(feed, StandardCharsets.UTF_8), FORMAT)) {
            var unknown = unknown(parser.getHeaderNames());
            if (!unknown.isEmpty()) {
                each.accept(FeedRecord.unreadable(1, unknown.get(0), "is no column that is known; nothing was read"));
                return;
            }
            line = parser.getCurrentLineNumber() + 1;
            for (var row : parser) {
                each.accept(toRecord(line, row, parser.getHeaderNames()));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | CSVException | IllegalArgumentException | RecordLimit.RecordTooLong e) {
            each.accept(FeedRecord.unreadable(line, "", "is not CSV; nothing after it was read"));
        }
    }

    private static List<String> unknown(List<String> columns) {
        return columns.stream()
                .filter(column -> !TEXTS.contains(column) && !NAMES.contains(column) && !PRICES.contains(column))
                .filter(column -> !column.equals(CURRENCY))
                .toList();
    }

    private FeedRecord toRecord(long line, CSVRecord row, List<String> columns) {
        if (!row.isConsistent()) {
            return FeedRecord.unreadable(
                    line, "", "has " + row.size() + " fields where the header has " + columns.size());
        }
        var book = drafts.newObject();
        columns.stream()
                .filter(column -> !row.get(column).isBlank())
                .forEach(column -> put(book, column, row.get(column), row));
        return drafts.read(line, book);
    }

    private static void put(ObjectNode book, String column, String value, CSVRecord row) {
        if (TEXTS.contains(column)) {
            book.put(column, value);
        } else if (NAMES.contains(column)) {
            var names = book.putArray(column);
            List.of(value.split(";")).forEach(name -> names.add(name.strip()));
        } else if (PRICES.contains(column)) {
            var currency =
                    row.isMapped(CURRENCY) && !row.get(CURRENCY).isBlank() ? row.get(CURRENCY) : Catalog.CURRENCY;
            book.putObject(column).put("amount", value).put(CURRENCY, currency);
        }
    }
}
