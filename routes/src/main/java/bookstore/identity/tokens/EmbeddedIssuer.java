package bookstore.identity.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings.Builder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The issuer of a run that brings everything along: Spring Authorization Server with the demo users. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnEmbeddedIssuer.class)
class EmbeddedIssuer {

    @Bean
    @Order(10)
    SecurityFilterChain issuerChain(HttpSecurity http) throws Exception {
        var issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(issuer, server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(TokenSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.directory())));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(
                DemoUsers.names().stream().map(EmbeddedIssuer::demoUser).toList());
    }

    private static RegisteredClient demoUser(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret("{noop}" + name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(DemoUsers.scopesOf(name)))
                .tokenSettings(lifetime().build())
                .build();
    }

    private static Builder lifetime() {
        return org.springframework.security.oauth2.server.authorization.settings.TokenSettings.builder()
                .accessTokenTimeToLive(Duration.ofHours(1));
    }

    /** The claims that the shop reads, the same as Keycloak's realm gives. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(TokenSettings settings) {
        return context -> {
            if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                return;
            }
            var name = context.getPrincipal().getName();
            var asked = context.getAuthorizedScopes();
            context.getClaims()
                    .audience(List.of(settings.audience()))
                    .claim("roles", List.copyOf(DemoUsers.rolesOf(name)))
                    .claim("scope", String.join(" ", asked.isEmpty() ? DemoUsers.scopesOf(name) : asked));
        };
    }
}
