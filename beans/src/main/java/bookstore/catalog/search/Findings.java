package bookstore.catalog.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the ways of searching have found, each the best first.
 *
 * @param byText books with all the words, or with words that are spelled alike
 * @param bySomeWords books with some of the words at best
 * @param degraded one of the ways was not open
 */
public record Findings(List<UUID> byText, List<UUID> bySomeWords, List<UUID> byMeaning, boolean degraded) {

    /** Nothing, because a part was away. */
    public static final Findings MISSING = new Findings(List.of(), List.of(), List.of(), true);

    public static Findings ofText(List<UUID> strict, List<UUID> loose) {
        return new Findings(strict, loose, List.of(), false);
    }

    public static Findings ofMeaning(List<UUID> books) {
        return new Findings(List.of(), List.of(), books, false);
    }

    public Findings and(Findings other) {
        return new Findings(
                joined(byText, other.byText),
                joined(bySomeWords, other.bySomeWords),
                joined(byMeaning, other.byMeaning),
                degraded || other.degraded);
    }

    private static List<UUID> joined(List<UUID> one, List<UUID> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
