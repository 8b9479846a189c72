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

    private static final int LENGTH = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String LAST_LABEL = "[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /**
     * A dot-atom of RFC 5322 (3.2.3) at a host name of RFC 1123 (2.1) with a dot in it: nothing that a mail server would
     * read as a second address, a name or a further command. The contract says the same in {@code openapi/edge.yaml}.
     */
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("^(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@(" + LABEL + "\\.)+" + LAST_LABEL + "$");

    /** @throws PermanentFailure if that is no single address */
    public Addressee {
        if (email.length() > LENGTH || !BARE_ADDRESS.matcher(email).matches()) {
            throw new PermanentFailure("no mail address that one can write to, about " + about);
        }
    }
}
