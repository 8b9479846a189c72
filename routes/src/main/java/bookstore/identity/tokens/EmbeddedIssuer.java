package bookstore.identity.tokens;

import bookstore.identity.Lockout;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings.Builder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The issuer of a run that brings everything along: Spring Authorization Server, with the demo users as clients. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnEmbeddedIssuer.class)
class EmbeddedIssuer {

    @Bean
    @Order(10)
    SecurityFilterChain issuerChain(HttpSecurity http, Lockout lockout) throws Exception {
        var issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        var authorization = PathPatternRequestMatcher.withDefaults().matcher(LoginPage.AUTHORIZATION);
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(issuer, server -> server.oidc(Customizer.withDefaults())
                        .clientAuthentication(clients -> clients.authenticationProviders(
                                providers -> providers.replaceAll(provider -> guarded(provider, lockout)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(LoginPage.authorizationRequests()))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LoginPage.PATH), authorization)
                        .defaultAuthenticationEntryPointFor(new NoClient(), issuer.getEndpointsMatcher()))
                .build();
    }

    private static AuthenticationProvider guarded(AuthenticationProvider provider, Lockout lockout) {
        return provider instanceof ClientSecretAuthenticationProvider ? new ClientLockout(provider, lockout) : provider;
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
    RegisteredClientRepository clients(TokenSettings settings) {
        var demoUsers = DemoUsers.names().stream().map(EmbeddedIssuer::demoUser);
        return new InMemoryRegisteredClientRepository(
                Stream.concat(demoUsers, Stream.of(web(settings))).toList());
    }

    /** What people log in with by a browser; it has no secret, so it must prove that it asked (PKCE, RFC 7636). */
    private static RegisteredClient web(TokenSettings settings) {
        return RegisteredClient.withId("bookstore-web")
                .clientId("bookstore-web")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(places -> places.addAll(settings.redirects()))
                .scope(OidcScopes.OPENID)
                .scopes(scopes -> DemoUsers.names().forEach(name -> scopes.addAll(DemoUsers.scopesOf(name))))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(lifetime().build())
                .build();
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
            var allowed = DemoUsers.scopesOf(name);
            var asked = context.getAuthorizedScopes();
            var granted = asked.isEmpty() ? allowed : shared(asked, allowed);
            context.getClaims()
                    .audience(List.of(settings.audience()))
                    .claim("roles", List.copyOf(DemoUsers.rolesOf(name)))
                    .claim("scope", String.join(" ", granted));
        };
    }

    /** A client may ask for more than the person who logs in by it may do. */
    private static Set<String> shared(Set<String> asked, Set<String> allowed) {
        var scopes = new LinkedHashSet<>(asked);
        scopes.removeIf(scope -> !allowed.contains(scope) && !scope.equals(OidcScopes.OPENID));
        return scopes;
    }
}
