package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code target/search-quality.md}, how good the search is, for {@code docs/search-quality.md}: with the judged queries for the books of the first
 * start, or with {@code -Dquality.books=<file>} for the books of a library.
 */
class SearchQualityReportIT {

    @Test
    void the_report_is_written() throws IOException {
        var file = System.getProperty("quality.books");
        var report = file == null ? ofTheShop() : ofTheLibrary(LibraryBooks.read(Path.of(file)));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/search-quality.md"), report + "\n" + report.failures() + "\n");
        assertThat(report.gain(Mode.HYBRID, query -> true)).isPositive();
    }

    private static QualityReport ofTheShop() {
        try (var shop = new StockedShop()) {
            return new QualityReport(JudgedQuery.all(), shop.trial(Book::title, shop.embeddings));
        }
    }

    private static QualityReport ofTheLibrary(LibraryBooks library) throws IOException {
        var vectors = Path.of(System.getProperty("quality.vectors", "target/library-vectors"));
        try (var shop = new StockedShop(library.drafts());
                var embeddings = new RememberedEmbeddings(shop.embeddings, vectors)) {
            return new QualityReport(library.queries(), shop.trial(LibraryBooks::name, embeddings));
        }
    }
}
