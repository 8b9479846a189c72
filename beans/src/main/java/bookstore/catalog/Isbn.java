package bookstore.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * An International Standard Book Number of 13 digits, the last of them a check (ISO 2108).
 *
 * @param digits 13 digits without hyphens
 */
public record Isbn(@JsonValue String digits) {

    /** @throws IllegalArgumentException if the digits are no ISBN-13, or the check digit is wrong */
    public Isbn {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not an ISBN-13: " + digits);
        }
    }

    @JsonCreator
    public static Isbn of(String text) {
        return new Isbn(strip(text));
    }

    /** The ISBN that a text is, hyphens and spaces allowed; empty if it is none. */
    public static Optional<Isbn> find(String text) {
        var digits = strip(text);
        return isValid(digits) ? Optional.of(new Isbn(digits)) : Optional.empty();
    }

    private static String strip(String text) {
        return text.replaceAll("[\\s-]", "");
    }

    private static boolean isValid(String digits) {
        if (!digits.matches("97[89]\\d{10}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return digits;
    }
}
