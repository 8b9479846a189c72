package bookstore.identity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Where somebody can be written to, and the name to log in with.
 *
 * @param text in one spelling: two that differ in case only are the same account
 */
public record EmailAddress(String text) {

    public EmailAddress {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
