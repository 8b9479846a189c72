package bookstore.stories;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens for as many people as a story needs, signed by the embedded issuer's key. */
final class Tokens {

    private static final String SCOPES = "catalog.read basket ordering rating chat";

    private final NimbusJwtEncoder encoder;

    Tokens(JWKSource<SecurityContext> keys) {
        this.encoder = new NimbusJwtEncoder(keys);
    }

    /** As the value of an {@code Authorization} header. */
    String of(String subject, String role) {
        var scopes = role.equals("admin") ? SCOPES + " catalog.write admin" : SCOPES;
        var claims = JwtClaimsSet.builder()
                .subject(subject)
                .audience(List.of("bookstore"))
                .claim("roles", role.equals("admin") ? List.of("admin", "reporter") : List.of(role))
                .claim("scope", scopes)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(30)))
                .build();
        return "Bearer " + encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }
}
