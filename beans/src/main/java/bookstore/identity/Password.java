package bookstore.identity;

import bookstore.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What only its owner knows. Never stored, logged or shown; long rather than full of rules (NIST SP 800-63B). */
public record Password(String secret) {

    public static final int SHORTEST = 10;

    /** More than these the hash would not look at. */
    private static final int MOST_BYTES = 72;

    /** A password that somebody chooses; one that is easily guessed is refused. */
    public static Password chosen(String secret, EmailAddress email, String name) {
        var lower = secret.toLowerCase(Locale.ROOT);
        var isKnown = lower.equals(email.text()) || lower.equals(name.toLowerCase(Locale.ROOT));
        if (secret.length() < SHORTEST
                || secret.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || isKnown
                || secret.chars().distinct().count() < 4) {
            throw new Refusal(
                    Refusal.Kind.IMPOSSIBLE,
                    "weak-password",
                    "A password has " + SHORTEST
                            + " characters or more, not the same ones over and over, and is neither"
                            + " name nor address");
        }
        return new Password(secret);
    }

    @Override
    public String toString() {
        return "(not shown)";
    }
}
