package bookstore.identity.tokens;

import com.nimbusds.jose.JOSEException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Reads tokens, in every process; RS256 and ES256 only, for our audience only. */
@Configuration(proxyBeanMethods = false)
@Import({EmbeddedIssuer.class, LoginPage.class})
public class TokenConfiguration {

    @Bean
    JwtDecoder jwtDecoder(TokenSettings settings) {
        if (settings.hasIssuer() || settings.hasKeys()) {
            // asked for with the first token: an issuer that is late does not hold up the start
            return new SupplierJwtDecoder(() -> validated(external(settings), settings));
        }
        return validated(own(settings), settings);
    }

    private static NimbusJwtDecoder external(TokenSettings settings) {
        var decoder = settings.hasKeys()
                ? NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri())
                : NimbusJwtDecoder.withIssuerLocation(settings.issuer());
        return decoder.jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }

    private static NimbusJwtDecoder own(TokenSettings settings) {
        try {
            return NimbusJwtDecoder.withPublicKey(
                            SigningKey.in(settings.directory()).toRSAPublicKey())
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("the embedded issuer's key is unusable", e);
        }
    }

    private static JwtDecoder validated(NimbusJwtDecoder decoder, TokenSettings settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(new JwtTimestampValidator(Duration.ofSeconds(30)));
        validators.add(new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
        validators.add(
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
        if (settings.hasIssuer()) {
            validators.add(new JwtIssuerValidator(settings.issuer()));
        }
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
        return decoder;
    }
}
