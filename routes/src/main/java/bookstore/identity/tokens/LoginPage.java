package bookstore.identity.tokens;

import bookstore.identity.EmailAddress;
import bookstore.identity.Lockout;
import bookstore.identity.User;
import bookstore.identity.Users;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The page at which people log in to the embedded issuer: Spring Security's own, with its CSRF token. It sends them back
 * to the authorization request that brought them, which the session remembers, and nowhere that the address says.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnEmbeddedIssuer.class)
class LoginPage {

    static final String PATH = "/login";

    /** Where clients send people who are to log in. */
    static final String AUTHORIZATION = "/oauth2/authorize";

    @Bean
    Lockout lockout(ObjectProvider<Clock> clock) {
        return new Lockout(clock.getIfAvailable(Clock::systemUTC));
    }

    /** Behind the management port's chain, which has a login page of its own. */
    @Bean
    @Order(30)
    SecurityFilterChain loginChain(HttpSecurity http, ObjectProvider<Users> users, Lockout lockout) throws Exception {
        return http.securityMatcher(PATH, "/logout", "/default-ui.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .authenticationProvider(new PersonLogin(users, lockout))
                .requestCache(cache -> cache.requestCache(authorizationRequests()))
                .formLogin(form -> form.defaultSuccessUrl("/api/docs"))
                .build();
    }

    /** Remembers what brought somebody to the page, if it was an authorization request. */
    static RequestCache authorizationRequests() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(AUTHORIZATION));
        return cache;
    }

    /** The demo users have accounts too, so that they can see and change them. */
    @Bean
    ApplicationRunner demoAccounts(ObjectProvider<Users> users) {
        return arguments -> users.ifAvailable(
                known -> DemoUsers.names().stream().map(LoginPage::account).forEach(known::welcome));
    }

    private static User account(String name) {
        var capital = name.substring(0, 1).toUpperCase() + name.substring(1);
        return new User(name, new EmailAddress(name + "@bookstore.example"), capital, "en", Instant.EPOCH);
    }
}
