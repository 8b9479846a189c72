package bookstore.identity.tokens;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer address of an external OpenID provider; without one the embedded issuer is used
 * @param jwkSetUri where the issuer's keys are, if not where its discovery says; for processes beside an embedded issuer
 * @param audience that a token must be meant for
 * @param directory where the embedded issuer keeps its key
 * @param redirects where the embedded issuer may send people who have logged in, to the letter; the port of 127.0.0.1
 *     does not matter (RFC 8252, section 7.3)
 */
@ConfigurationProperties("bookstore.identity")
public record TokenSettings(
        @Nullable String issuer,
        @Nullable String jwkSetUri,
        @DefaultValue("bookstore") String audience,
        @DefaultValue(".bookstore/identity") Path directory,
        @DefaultValue("http://127.0.0.1/callback") List<String> redirects) {

    /** Whether an external OpenID provider knows the users. */
    public boolean hasIssuer() {
        return issuer != null && !issuer.isBlank();
    }

    boolean hasKeys() {
        return jwkSetUri != null && !jwkSetUri.isBlank();
    }
}
