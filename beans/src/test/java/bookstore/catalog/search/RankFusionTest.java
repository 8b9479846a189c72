package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.TextSearch.Fit;
import bookstore.catalog.TextSearch.Match;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of a fused ranking whatever was found. */
class RankFusionTest {

    private final RankFusion fusion = new RankFusion(StockedShop.SETTINGS);
    private final Random random = new Random(7);
    private final List<UUID> books = Stream.generate(UUID::randomUUID).limit(50).toList();

    @Test
    void a_book_that_both_ways_found_first_is_first() {
        var hits = fusion.fuse(findings(List.of(books.get(0), books.get(1)), List.of(books.get(0), books.get(2))));

        assertThat(hits.get(0).bookId()).isEqualTo(books.get(0));
        assertThat(hits.get(0).matchedBy()).containsExactly("text", "vector");
    }

    @Test
    void every_book_that_was_found_is_there_once_and_nothing_else() {
        for (var round = 0; round < 100; round++) {
            var text = some();
            var meaning = some();

            assertThat(fusion.fuse(findings(text, meaning)))
                    .extracting(Hit::bookId)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(text.stream(), meaning.stream())
                            .distinct()
                            .toList());
        }
    }

    @Test
    void what_both_ways_put_before_another_stays_before_it() {
        for (var round = 0; round < 100; round++) {
            var text = some();
            var meaning = some();
            var fused = fusion.fuse(findings(text, meaning)).stream()
                    .map(Hit::bookId)
                    .toList();

            for (var one : text) {
                for (var other : text) {
                    if (before(text, one, other) && before(meaning, one, other)) {
                        assertThat(fused.indexOf(one)).isLessThan(fused.indexOf(other));
                    }
                }
            }
        }
    }

    @Test
    void scores_fall() {
        assertThat(fusion.fuse(findings(some(), some())))
                .extracting(Hit::score)
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void one_way_alone_keeps_its_order() {
        assertThat(fusion.fuse(findings(books, List.of())))
                .extracting(Hit::bookId)
                .containsExactlyElementsOf(books);
        assertThat(fusion.fuse(findings(List.of(), books)))
                .extracting(Hit::bookId)
                .containsExactlyElementsOf(books);
    }

    @Test
    void some_words_count_less_than_the_meaning() {
        var findings =
                new Findings(List.of(new Match(books.get(0), 1, Fit.SOME_WORDS, 0.5)), List.of(books.get(1)), false);

        assertThat(fusion.fuse(findings)).extracting(Hit::bookId).containsExactly(books.get(1), books.get(0));
    }

    @Test
    void what_is_far_from_the_question_or_from_the_best_is_not_related() {
        var best = new Nearby(books.get(0), 0.7);
        var near = new Nearby(books.get(1), 0.6);
        var far = new Nearby(books.get(2), 0.45);

        assertThat(fusion.related(List.of(far, near, best))).containsExactly(books.get(0), books.get(1));
        assertThat(fusion.related(List.of(new Nearby(books.get(0), 0.3)))).isEmpty();
        assertThat(fusion.related(List.of())).isEmpty();
    }

    private static Findings findings(List<UUID> text, List<UUID> meaning) {
        return new Findings(
                text.stream().map(book -> new Match(book, 1, Fit.ALL_WORDS, 1)).toList(), meaning, false);
    }

    private static boolean before(List<UUID> ranking, UUID one, UUID other) {
        return ranking.contains(one) && ranking.contains(other) && ranking.indexOf(one) < ranking.indexOf(other);
    }

    private List<UUID> some() {
        var shuffled = new ArrayList<>(books);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(books.size()));
    }
}
