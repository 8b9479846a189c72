package bookstore.chat;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a message names: numbers by their grammar, books by the gazetteer. */
final class EntityReader {

    private static final Pattern ISBN = Pattern.compile("\\b97[89][- ]?(?:\\d[- ]?){9}\\d\\b");
    private static final Pattern MAX_PRICE = Pattern.compile(
            "(?i)(?:under|below|less than|at most|up to|no more than|cheaper than|max(?:imum)?(?: of)?|not over)"
                    + "\\s*(?:€|eur(?:os?)?|\\$)?\\s*(\\d{1,4}(?:[.,]\\d{1,2})?)");
    private static final Pattern ORDER = Pattern.compile("(?i)\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    private final Gazetteer gazetteer;

    EntityReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    Entities read(String message) {
        var price = first(MAX_PRICE, message, 1);
        var isbn = first(ISBN, message, 0);
        return new Entities(
                gazetteer.titleIn(message).orElse(null),
                gazetteer.authorIn(message).orElse(null),
                isbn == null ? null : isbn.replaceAll("[- ]", ""),
                price == null ? null : new BigDecimal(price.replace(',', '.')),
                first(ORDER, message, 0));
    }

    private static @Nullable String first(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(group))
                .orElse(null);
    }
}
