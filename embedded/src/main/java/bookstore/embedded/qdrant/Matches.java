package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Common.Match;
import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Matches of one value, of the same type only: the number 5 is neither the text "5" nor 5.0. */
final class Matches {

    private Matches() {}

    /** @param words whether text is matched word by word, as with a text index, or by what it contains */
    static Predicate<Value> of(Match match, boolean words) {
        return switch (match.getMatchValueCase()) {
            case KEYWORD -> text(match.getKeyword()::equals);
            case INTEGER -> number(Set.of(match.getInteger()));
            case BOOLEAN -> value -> value.hasBoolValue() && value.getBoolValue() == match.getBoolean();
            case KEYWORDS -> text(Set.copyOf(match.getKeywords().getStringsList())::contains);
            case INTEGERS -> number(Set.copyOf(match.getIntegers().getIntegersList()));
            case EXCEPT_KEYWORDS ->
                except(text(Set.copyOf(match.getExceptKeywords().getStringsList())::contains));
            case EXCEPT_INTEGERS ->
                except(number(Set.copyOf(match.getExceptIntegers().getIntegersList())));
            case TEXT -> text(words ? all(match.getText()) : text -> text.contains(match.getText()));
            case PHRASE -> text(words ? inARow(match.getPhrase()) : text -> text.contains(match.getPhrase()));
            case TEXT_ANY -> text(words ? any(match.getTextAny()) : anyPart(match.getTextAny()));
            case MATCHVALUE_NOT_SET -> throw Errors.malformed("Malformed Match condition");
        };
    }

    private static Predicate<Value> text(Predicate<String> condition) {
        return value -> value.hasStringValue() && condition.test(value.getStringValue());
    }

    private static Predicate<Value> number(Set<Long> wanted) {
        return value -> value.hasIntegerValue() && wanted.contains(value.getIntegerValue());
    }

    /** Anything else, but not nothing. */
    private static Predicate<Value> except(Predicate<Value> unwanted) {
        return value -> !Payloads.isNull(value) && !unwanted.test(value);
    }

    private static Predicate<String> all(String query) {
        List<String> wanted = words(query);
        return text -> !wanted.isEmpty() && Set.copyOf(words(text)).containsAll(wanted);
    }

    private static Predicate<String> any(String query) {
        Set<String> wanted = Set.copyOf(words(query));
        return text -> words(text).stream().anyMatch(wanted::contains);
    }

    private static Predicate<String> inARow(String query) {
        List<String> wanted = words(query);
        return text -> !wanted.isEmpty() && Collections.indexOfSubList(words(text), wanted) >= 0;
    }

    private static Predicate<String> anyPart(String query) {
        List<String> wanted =
                Stream.of(query.split("\\s+")).filter(part -> !part.isEmpty()).toList();
        return text -> wanted.stream().anyMatch(text::contains);
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{IsAlphabetic}\\p{IsDigit}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
