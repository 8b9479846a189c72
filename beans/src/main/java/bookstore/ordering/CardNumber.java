package bookstore.ordering;

import java.util.regex.Pattern;

/**
 * Tells card numbers, which must not come into the shop at all: what is not here cannot leak from here (PCI DSS). Looks
 * for 12 to 19 digits whose check digit is right (ISO/IEC 7812-1, the Luhn formula), alone or in groups.
 */
public final class CardNumber {

    /** Ids hold digits in groups too, and some of them by chance the right ones. */
    private static final Pattern UUID = Pattern.compile("(?i)\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern GROUPS = Pattern.compile("\\d(?:[ .-]?\\d)+");

    private CardNumber() {}

    /** Whether a text holds what looks like a card number. */
    public static boolean isIn(String text) {
        var withoutIds = UUID.matcher(text).replaceAll("an id");
        return finds(DIGITS, withoutIds) || finds(GROUPS, withoutIds);
    }

    private static boolean finds(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .anyMatch(found -> isOne(found.group().replaceAll("\\D", "")));
    }

    private static boolean isOne(String digits) {
        return digits.length() >= 12 && digits.length() <= 19 && luhn(digits) % 10 == 0;
    }

    private static int luhn(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
