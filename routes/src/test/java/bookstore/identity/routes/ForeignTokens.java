package bookstore.identity.routes;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens as an external provider makes them for people whom nobody here has registered. */
final class ForeignTokens {

    private final NimbusJwtEncoder encoder;

    ForeignTokens(JWKSource<SecurityContext> keys) {
        this.encoder = new NimbusJwtEncoder(keys);
    }

    /** As the value of an {@code Authorization} header. */
    String of(String subject, Map<String, Object> about) {
        var claims = JwtClaimsSet.builder()
                .subject(subject)
                .audience(List.of("bookstore"))
                .claim("roles", List.of("user"))
                .claims(all -> all.putAll(about))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(5)))
                .build();
        return "Bearer " + encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }
}
