package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How well shoppers find what they want; the floors lie a little below what docs/search-quality.md reports. */
class SearchQualityTest {

    private static final Predicate<JudgedQuery> ALL = query -> true;

    private static QualityReport report;

    @BeforeAll
    static void ask() {
        try (var shop = new StockedShop()) {
            report = new QualityReport(JudgedQuery.all(), shop.trial(Book::title, shop.embeddings));
        }
    }

    @Test
    void there_are_enough_queries_and_a_third_was_never_tuned_on() {
        var queries = JudgedQuery.all();

        assertThat(queries).hasSizeGreaterThanOrEqualTo(200);
        assertThat(queries.stream().filter(JudgedQuery::held).count()).isGreaterThanOrEqualTo(queries.size() / 3);
    }

    @Test
    void each_way_keeps_its_quality() {
        assertThat(report.gain(Mode.HYBRID, ALL)).isGreaterThan(0.85);
        assertThat(report.gain(Mode.HYBRID, JudgedQuery::held)).isGreaterThan(0.86);
        assertThat(report.gain(Mode.TEXT, ALL)).isGreaterThan(0.75);
        assertThat(report.gain(Mode.VECTOR, ALL)).isGreaterThan(0.76);
    }

    @Test
    void the_fused_ranking_is_a_twentieth_better_than_the_better_way_alone() {
        for (var part : List.<Predicate<JudgedQuery>>of(ALL, JudgedQuery::held)) {
            var better = Math.max(report.gain(Mode.TEXT, part), report.gain(Mode.VECTOR, part));

            assertThat(report.gain(Mode.HYBRID, part)).isGreaterThan(1.05 * better);
            assertThat(report.lead(part).lowest()).isPositive();
        }
    }

    @Test
    void who_names_a_book_gets_it_first() {
        assertThat(report.mean(Mode.HYBRID, JudgedQuery::isKnownItem, (query, found) -> query.isFirst(found) ? 1 : 0))
                .isGreaterThanOrEqualTo(0.95);
    }
}
