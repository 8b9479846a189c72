package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How well shoppers find what they want; the floors lie a little below what docs/search-quality.md reports. */
class SearchQualityTest {

    private static QualityReport report;

    @BeforeAll
    static void ask() {
        try (var shop = new StockedShop()) {
            report = new QualityReport(JudgedQuery.all(), shop.trial(Book::title, shop.embeddings));
        }
    }

    @Test
    void the_fused_ranking_keeps_its_quality() {
        assertThat(report.gain(Mode.HYBRID, query -> true)).isGreaterThan(0.5);
    }
}
