package bookstore.chat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message that goes on about what was asked before: "and cheaper ones?", "any more?", "in French?". Only one of which
 * every word is known here is taken as one; whatever else it says may name another subject.
 */
record FollowUp(boolean cheaper, boolean more, @Nullable String language, @Nullable BigDecimal maxPrice) {

    private static final Set<String> MORE =
            Set.of("more", "other", "others", "another", "else", "different", "further", "similar");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("english", "en"),
            Map.entry("french", "fr"),
            Map.entry("german", "de"),
            Map.entry("spanish", "es"),
            Map.entry("italian", "it"),
            Map.entry("portuguese", "pt"),
            Map.entry("dutch", "nl"),
            Map.entry("russian", "ru"),
            Map.entry("latin", "la"),
            Map.entry("greek", "el"),
            Map.entry("japanese", "ja"),
            Map.entry("chinese", "zh"));
    /** Words that name nothing. */
    private static final Set<String> EMPTY = Set.of(("a about also an and any anything are as at book books but can"
                    + " could do find for get give got have how i in is it just like me of ok okay one ones only or please"
                    + " same see show some something that the them then there these those title titles to want what"
                    + " which would you")
            .split(" "));
    /** Words beside a price. */
    private static final Set<String> PRICE =
            Set.of("under below than most up no not over max maximum euro euros eur".split(" "));

    /** Empty if the message says more than that. */
    static Optional<FollowUp> of(String message, Entities named) {
        var words = List.of(message.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "));
        var rest = new HashSet<>(words);
        rest.removeAll(EMPTY);
        var cheaper = rest.remove("cheaper") | rest.remove("less");
        if (cheaper) {
            rest.remove("expensive");
        }
        var more = rest.removeAll(MORE);
        var language = words.stream().filter(LANGUAGES::containsKey).findFirst().map(LANGUAGES::get);
        rest.removeAll(LANGUAGES.keySet());
        if (named.maxPrice() != null) {
            rest.removeAll(PRICE);
            rest.removeIf(word -> word.matches("\\d{1,4}"));
        }
        var saysSomething = cheaper || more || language.isPresent() || named.maxPrice() != null;
        return saysSomething && rest.isEmpty()
                ? Optional.of(new FollowUp(cheaper, more, language.orElse(null), named.maxPrice()))
                : Optional.empty();
    }

    /** What is wanted now. */
    Subject about(Subject before) {
        var wanted = language == null ? before : before.in(language);
        if (maxPrice != null) {
            return wanted.atMost(maxPrice);
        }
        return cheaper ? wanted.cheaper() : wanted;
    }
}
