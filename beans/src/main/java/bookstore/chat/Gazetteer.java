package bookstore.chat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Titles and authors of the catalogue, found in a message also where they are misspelt by a letter. */
public final class Gazetteer {

    /** Shorter names must be spelt right: one letter off, they are another word. */
    private static final int FORGIVING = 6;

    /** A title of one short common word is no sign that the book is meant. */
    private static final int SHORTEST_TITLE = 4;

    private final Map<String, String> titles = new ConcurrentSkipListMap<>(longestFirst());
    private final Map<String, String> authors = new ConcurrentSkipListMap<>(longestFirst());

    private static Comparator<String> longestFirst() {
        return Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());
    }

    /** Learns a book; knowing it already does no harm. */
    public void add(String title, List<String> names) {
        var known = normal(title);
        if (known.length() >= SHORTEST_TITLE) {
            titles.put(known, title);
        }
        for (var name : names) {
            authors.put(normal(name), name);
            var words = normal(name).split(" ");
            authors.putIfAbsent(words[words.length - 1], name);
        }
    }

    Optional<String> titleIn(String message) {
        return find(titles, message);
    }

    Optional<String> authorIn(String message) {
        return find(authors, message);
    }

    private static Optional<String> find(Map<String, String> names, String message) {
        var words = List.of(normal(message).split(" "));
        return names.entrySet().stream()
                .filter(name -> name.getKey().length() >= SHORTEST_TITLE && isIn(name.getKey(), words))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isIn(String name, List<String> words) {
        var length = name.split(" ").length;
        for (int start = 0; start + length <= words.size(); start++) {
            var part = String.join(" ", words.subList(start, start + length));
            if (part.equals(name) || name.length() >= FORGIVING && isOneOff(name, part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one letter is wrong, missing, too much, or two neighbours are swapped (Damerau 1964). */
    static boolean isOneOff(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int from = 0;
        while (from < Math.min(one.length(), other.length()) && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        var rest = new ArrayList<String>();
        rest.add(tail(one, from + 1) + "|" + tail(other, from + 1));
        rest.add(tail(one, from) + "|" + tail(other, from + 1));
        rest.add(tail(one, from + 1) + "|" + tail(other, from));
        if (isSwapped(one, other, from)) {
            rest.add(tail(one, from + 2) + "|" + tail(other, from + 2));
        }
        return rest.stream().map(pair -> pair.split("\\|", -1)).anyMatch(pair -> pair[0].equals(pair[1]));
    }

    private static boolean isSwapped(String one, String other, int at) {
        return at + 1 < Math.min(one.length(), other.length())
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at);
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    /** Lower case, without accents and punctuation. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
