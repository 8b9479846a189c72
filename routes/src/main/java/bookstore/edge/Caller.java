package bookstore.edge;

import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * Who is asking, as the verified token says. Travels as an exchange property and never as a header, which anybody
 * could send.
 *
 * @param subject the user's id, empty for a guest
 * @param roles such as {@code user}, {@code admin}, {@code reporter}
 * @param profile what the token says of the person, where the issuer tells
 */
public record Caller(Optional<String> subject, Set<String> roles, Optional<Profile> profile) {

    private static final String PROPERTY = "bookstore.caller";
    private static final Caller GUEST = new Caller(Optional.empty(), Set.of(), Optional.empty());

    public static Caller guest() {
        return GUEST;
    }

    static Caller of(String subject, Set<String> roles, Optional<Profile> profile) {
        return new Caller(Optional.of(subject), Set.copyOf(roles), profile);
    }

    /** Who asked for this work; a guest where no token was sent. */
    public static Caller of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, GUEST, Caller.class);
    }

    void enter(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    public boolean isGuest() {
        return subject.isEmpty();
    }

    public boolean isAdmin() {
        return hasRole("admin");
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** The user's id; to be asked for only where the contract wants a token. */
    public String userId() {
        return subject.orElseThrow(() -> new IllegalStateException("the contract lets guests in here"));
    }
}
