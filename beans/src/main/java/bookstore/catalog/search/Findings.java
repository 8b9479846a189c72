package bookstore.catalog.search;

import bookstore.catalog.TextSearch.Match;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the ways of searching have found, each the best first.
 *
 * @param degraded one of the ways was not open
 */
public record Findings(List<Match> byText, List<UUID> byMeaning, boolean degraded) {

    /** Nothing, because a part was away. */
    public static final Findings MISSING = new Findings(List.of(), List.of(), true);

    public static Findings ofText(List<Match> matches) {
        return new Findings(matches, List.of(), false);
    }

    public static Findings ofMeaning(List<UUID> books) {
        return new Findings(List.of(), books, false);
    }

    public Findings and(Findings other) {
        return new Findings(
                joined(byText, other.byText), joined(byMeaning, other.byMeaning), degraded || other.degraded);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
