package bookstore.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells card numbers, which must not come into the shop at all: what is not here cannot leak from here (PCI DSS). Looks
 * for 13 to 19 digits, alone or in groups, whose check digit is right (ISO/IEC 7812-1, the Luhn formula) and whose first
 * is one of those that cards for payments have, 2 to 6: every tenth time in milliseconds would be a card otherwise.
 */
public final class CardNumber {

    private static final int FEWEST = 13;
    private static final int MOST = 19;

    /** Ids hold digits in groups too, and some of them by chance the right ones. */
    private static final Pattern ID = Pattern.compile(
            "(?i)(?<![0-9a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\\d*[a-f])[0-9a-f]{32})(?![0-9a-f])");

    /** With hyphens; the end of one and the beginning of the next may look like a card's. */
    private static final Pattern ISBN = Pattern.compile("(?<![\\d-])(?=[\\d-]{17}(?![\\d-]))97[89]-\\d+-\\d+-\\d+-\\d");

    /** How an address writes what it cannot hold as it is. */
    private static final Pattern ENCODED = Pattern.compile("(?i)%([0-7][0-9a-f])");

    private static final Pattern GROUPS =
            Pattern.compile("\\d+(?:[\\p{Z}\\s.\\-_/]{1,3}\\d+)*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BETWEEN = Pattern.compile("\\D+", Pattern.UNICODE_CHARACTER_CLASS);

    private CardNumber() {}

    /** Whether a text holds what looks like a card number. */
    public static boolean isIn(String text) {
        var withoutIds = ID.matcher(decoded(text)).replaceAll("an id");
        var withoutIsbns = ISBN.matcher(withoutIds).replaceAll("an ISBN");
        return GROUPS.matcher(withoutIsbns).results().anyMatch(found -> isAmong(BETWEEN.split(found.group())));
    }

    private static String decoded(String text) {
        return ENCODED.matcher(text.replace('+', ' '))
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    /** Whether some neighbouring groups make one; a house number may stand before it, a postal code behind. */
    private static boolean isAmong(String[] groups) {
        for (var first = 0; first < groups.length; first++) {
            var digits = new StringBuilder();
            for (var last = first; last < groups.length && digits.length() < MOST; last++) {
                if (isOne(digits.append(groups[last]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOne(CharSequence digits) {
        return digits.length() >= FEWEST && digits.length() <= MOST && isOfBank(digits) && luhn(digits) % 10 == 0;
    }

    private static boolean isOfBank(CharSequence digits) {
        var industry = Character.digit(digits.charAt(0), 10);
        return industry >= 2 && industry <= 6;
    }

    private static int luhn(CharSequence digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            var weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
