package bookstore.notification;

import bookstore.shared.PermanentFailure;
import java.util.regex.Pattern;

/**
 * Who is written to about an order or an account.
 *
 * @param about id of the order or the user
 * @param userId whose language is used
 * @param email one bare address
 * @param locale BCP 47; empty where only the user's account knows it
 */
public record Addressee(String about, String userId, String email, String locale) {

    /** Nothing that a mail server would read as a second address, a name or a further command. */
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]+@[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]+");

    /** @throws PermanentFailure if that is no single address */
    public Addressee {
        if (!BARE_ADDRESS.matcher(email).matches()) {
            throw new PermanentFailure("no mail address that one can write to, about " + about);
        }
    }
}
