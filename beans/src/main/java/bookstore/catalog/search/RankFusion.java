package bookstore.catalog.search;

import bookstore.catalog.TextSearch.Fit;
import bookstore.catalog.TextSearch.Match;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes one ranking of two by the places that books have in them, weighted reciprocal rank fusion (Cormack, Clarke,
 * Büttcher 2009). Scores of words and of meanings cannot be compared, places can.
 */
final class RankFusion {

    private static final String TEXT = "text";
    private static final String VECTOR = "vector";

    /** Half of the words say less than half of what all of them say. */
    private static final double SHARPNESS = 1.5;

    private final SearchSettings settings;

    RankFusion(SearchSettings settings) {
        this.settings = settings;
    }

    /** All books that were found, each once, the best first. */
    List<Hit> fuse(Findings findings) {
        Map<UUID, Hit> hits = new LinkedHashMap<>();
        var place = 0;
        for (var book : findings.byMeaning()) {
            add(hits, book, VECTOR, settings.meaningWeight(), ++place);
        }
        var called = findings.byText().stream().filter(RankFusion::isName).count();
        place = 0;
        for (var match : findings.byText()) {
            add(hits, match.bookId(), TEXT, weight(match, called), ++place);
        }
        return hits.values().stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .toList();
    }

    /** What few books are called is a name; what many are called is a topic. */
    private double weight(Match match, long called) {
        return switch (match.fit()) {
            case NAME -> (settings.textWeight() + settings.nameWeight() / called) * match.share();
            case ALL_WORDS -> settings.textWeight();
            case SOME_WORDS -> settings.looseTextWeight() * Math.pow(match.share(), SHARPNESS);
        };
    }

    private static boolean isName(Match match) {
        return match.fit() == Fit.NAME;
    }

    private void add(Map<UUID, Hit> hits, UUID book, String source, double weight, int place) {
        var score = weight / (settings.flatness() + place);
        hits.merge(book, new Hit(book, score, List.of(source)), RankFusion::both);
    }

    private static Hit both(Hit one, Hit other) {
        var matchedBy = Stream.concat(one.matchedBy().stream(), other.matchedBy().stream())
                .distinct()
                .sorted()
                .toList();
        return new Hit(one.bookId(), one.score() + other.score(), matchedBy);
    }

    /** Those that are near enough to the question, and to the nearest of all, to have to do with it. */
    List<UUID> related(List<Nearby> nearest) {
        var best = nearest.stream().mapToDouble(Nearby::similarity).max().orElse(0);
        var least = Math.max(settings.leastSimilarity(), best - settings.spread());
        return nearest.stream()
                .filter(book -> book.similarity() >= least)
                .sorted(Comparator.comparingDouble(Nearby::similarity).reversed())
                .map(Nearby::bookId)
                .distinct()
                .toList();
    }
}
