package bookstore.notification;

import bookstore.shared.MailAddress;
import bookstore.shared.PermanentFailure;

/**
 * Who is written to about an order or an account.
 *
 * @param about id of the order or the user
 * @param userId whose language is used
 * @param email one bare address
 * @param locale BCP 47; empty where only the user's account knows it
 */
public record Addressee(String about, String userId, String email, String locale) {

    /** @throws PermanentFailure if that is no single address */
    public Addressee {
        if (!MailAddress.isOne(email)) {
            throw new PermanentFailure("no mail address that one can write to, about " + about);
        }
    }
}
