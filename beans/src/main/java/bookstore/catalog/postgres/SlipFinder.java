package bookstore.catalog.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the known word that somebody meant who has mistyped it. */
final class SlipFinder {

    private static final int SHORTEST = 4;
    private static final int LONG = 9;

    private final Map<String, Integer> known = new HashMap<>();
    private final Map<Integer, List<String>> byLength = new HashMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();

    /**
     * @param written words in lower case without accents, and in how many books they are
     * @param common other words that somebody may mean
     */
    SlipFinder(Map<String, Integer> written, Set<String> common) {
        common.forEach(word -> known.put(word, 0));
        known.putAll(written);
        known.keySet().stream()
                .filter(word -> word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter))
                .forEach(word -> byLength.computeIfAbsent(word.length(), length -> new ArrayList<>())
                        .add(word));
        written.keySet().forEach(word -> bySound.computeIfAbsent(Sound.of(word), sound -> new ArrayList<>())
                .add(word));
        bySound.remove("");
    }

    /**
     * The nearest word, the more common of two, or else one of the books that sounds the same; empty if the word is known
     * itself, or nothing is near enough.
     */
    Optional<String> meant(String word) {
        return known.containsKey(word) ? Optional.empty() : nearest(word).or(() -> sounding(word));
    }

    private Optional<String> sounding(String word) {
        return bySound.getOrDefault(Sound.of(word), List.of()).stream()
                .max(Comparator.<String>comparingInt(known::get).thenComparing(Comparator.reverseOrder()));
    }

    private Optional<String> nearest(String word) {
        var most = word.length() < LONG ? 1 : 2;
        record Near(String word, int slips) {}
        var nearest = Comparator.comparingInt(Near::slips)
                .thenComparing(near -> near.word().charAt(0) != word.charAt(0))
                .thenComparing(near -> -known.get(near.word()))
                .thenComparing(Near::word);
        return byLength.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey() - word.length()) <= most)
                .flatMap(entry -> entry.getValue().stream())
                .map(other -> new Near(other, slips(word, other, most)))
                .filter(near -> near.slips() <= (near.word().charAt(0) == word.charAt(0) ? most : 1))
                .min(nearest)
                .map(Near::word);
    }

    /** Letters changed, missing, too many, or in their neighbour's place (Damerau 1964); any number above the most. */
    static int slips(String one, String other, int most) {
        var before = new int[other.length() + 1];
        var last = row(0, other.length());
        for (var i = 1; i <= one.length(); i++) {
            var now = row(i, other.length());
            var least = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > most) {
                return least;
            }
            before = last;
            last = now;
        }
        return last[other.length()];
    }

    private static int[] row(int first, int length) {
        var row = new int[length + 1];
        for (var i = 0; i <= length; i++) {
            row[i] = first + i;
        }
        return row;
    }
}
