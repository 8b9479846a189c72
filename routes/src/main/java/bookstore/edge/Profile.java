package bookstore.edge;

import bookstore.shared.MailAddress;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a token says of its person, beside who it is.
 *
 * @param email that the issuer has verified
 * @param name to call them by, 1 to 100 characters
 * @param locale BCP 47, where the token says it
 */
public record Profile(String email, String name, Optional<String> locale) {

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final int LONGEST_NAME = 100;

    /** Empty where no address is named, or one that anybody could have claimed to have. */
    static Optional<Profile> of(Map<String, Object> claims) {
        var isVerified = Boolean.parseBoolean(String.valueOf(claims.get("email_verified")));
        return text(claims, "email")
                .filter(email -> isVerified && MailAddress.isOne(email))
                .map(email -> new Profile(
                        email, name(claims, email), text(claims, "locale").filter(locale -> LOCALE.matcher(locale)
                                .matches())));
    }

    private static String name(Map<String, Object> claims, String email) {
        var name = text(claims, "name")
                .or(() -> text(claims, "preferred_username"))
                .orElse(email.substring(0, email.indexOf('@')));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(claims.get(name))
                .map(value -> value.toString().replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty());
    }
}
