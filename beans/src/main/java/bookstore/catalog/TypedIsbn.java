package bookstore.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody has typed who looks for an ISBN: of 13 or 10 digits, perhaps with a slip of the finger. */
public final class TypedIsbn {

    private static final String NUMBER = "\\d{8,13}[\\dx]";
    private static final String SIGNS = "0123456789x";

    private TypedIsbn() {}

    /**
     * The book numbers that a text may mean.
     *
     * @return one if the text is an ISBN; if it is none but looks like one, all from which it is one digit away; empty
     *     if it does not look like one
     */
    public static List<Isbn> meant(String text) {
        var number = text.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\s*isbn(-1[03])?:?", "")
                .replaceAll("[\\s\\p{Pd}]", "");
        if (!number.matches(NUMBER)) {
            return List.of();
        }
        return whole(number).map(List::of).orElseGet(() -> slips(number)
                .flatMap(slip -> whole(slip).stream())
                .distinct()
                .toList());
    }

    private static Optional<Isbn> whole(String number) {
        return isOfTen(number) ? Optional.of(longer(number)) : Isbn.find(number);
    }

    /** The older numbers, whose check is a digit or an X for ten. */
    private static boolean isOfTen(String number) {
        return number.matches("\\d{9}[\\dx]")
                && IntStream.range(0, 10)
                                        .map(i -> (10 - i) * SIGNS.indexOf(number.charAt(i)))
                                        .sum()
                                % 11
                        == 0;
    }

    private static Isbn longer(String number) {
        var digits = "978" + number.substring(0, 9);
        return IntStream.range(0, 10)
                .mapToObj(check -> Isbn.find(digits + check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** The number with one sign changed, too many, missing, or in its neighbour's place. */
    private static Stream<String> slips(String number) {
        var places = IntStream.range(0, number.length()).boxed();
        return Stream.concat(
                places.flatMap(at -> Stream.concat(
                        Stream.of(cut(number, at, "", 1), swapped(number, at)),
                        SIGNS.chars()
                                .mapToObj(Character::toString)
                                .flatMap(sign -> Stream.of(cut(number, at, sign, 1), cut(number, at, sign, 0))))),
                SIGNS.chars().mapToObj(sign -> number + (char) sign));
    }

    private static String swapped(String number, int at) {
        return at == 0 ? number : cut(number, at - 1, "" + number.charAt(at) + number.charAt(at - 1), 2);
    }

    private static String cut(String number, int at, String instead, int of) {
        return number.substring(0, at) + instead + number.substring(at + of);
    }
}
