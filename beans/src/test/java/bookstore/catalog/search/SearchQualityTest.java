package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Book;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well shoppers find what they want; the floors lie a little below what docs/search-quality.md reports. */
class SearchQualityTest {

    private static final Logger LOG = LoggerFactory.getLogger(SearchQualityTest.class);
    private static final List<JudgedQuery> QUERIES = JudgedQuery.all();

    private static StockedShop shop;
    private static BookSearch search;
    private static InMemoryVectors vectors;
    private static Map<UUID, String> titles;

    @BeforeAll
    static void stock() {
        shop = new StockedShop();
        search = shop.search(StockedShop.SETTINGS);
        vectors = shop.vectors();
        titles = shop.books.after(null, 1000).stream().collect(Collectors.toMap(Book::id, Book::title));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void the_fused_ranking_keeps_its_quality() {
        assertThat(meanReciprocalRank("hybrid", SearchQualityTest::hybrid)).isGreaterThan(0.84);
    }

    @Test
    void the_fused_ranking_is_better_than_either_way_alone() {
        var hybrid = meanReciprocalRank("hybrid", SearchQualityTest::hybrid);

        assertThat(hybrid)
                .isGreaterThan(meanReciprocalRank("vector", SearchQualityTest::byMeaning) + 0.03)
                .isGreaterThan(meanReciprocalRank("text", SearchQualityTest::byText) + 0.1);
    }

    @Test
    void without_the_model_the_words_still_find_most() {
        assertThat(meanReciprocalRank("text", SearchQualityTest::byText)).isGreaterThan(0.6);
    }

    private static double meanReciprocalRank(String name, Function<Search, Findings> way) {
        var ranks = QUERIES.stream()
                .mapToDouble(query -> query.reciprocalRank(found(Search.of(query.text()), way)))
                .summaryStatistics();
        LOG.info("Search quality way={} queries={} mrr={}", name, ranks.getCount(), ranks.getAverage());
        return ranks.getAverage();
    }

    private static List<String> found(Search search, Function<Search, Findings> way) {
        return SearchQualityTest.search.page(search, way.apply(search)).hits().stream()
                .map(hit -> titles.get(hit.bookId()))
                .toList();
    }

    private static Findings hybrid(Search asked) {
        return search.needsBoth(asked) ? byText(asked).and(byMeaning(asked)) : byText(asked);
    }

    private static Findings byText(Search asked) {
        return search.byText(asked);
    }

    private static Findings byMeaning(Search asked) {
        return search.byMeaning(vectors.nearest(shop.embeddings.ofQuery(asked.text())));
    }
}
