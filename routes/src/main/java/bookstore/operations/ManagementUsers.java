package bookstore.operations;

import bookstore.operations.OperationsSettings.User;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.util.StringUtils;

/** Who may use the management port. They are no users of the shop and hold no tokens. */
final class ManagementUsers {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementUsers.class);
    private static final Profiles PRODUCTION = Profiles.of("prod | production | kubernetes");
    private static final Map<String, User> DEMO = Map.of(
            "integrator",
            new User("{noop}integrator", List.of("integrator")),
            "ops",
            new User("{noop}ops", List.of("ops")));

    private ManagementUsers() {}

    static AuthenticationManager of(OperationsSettings settings, Environment environment) {
        var users = settings.users();
        if (users.isEmpty() && isTrial(environment)) {
            LOG.info("The management port knows the demo users integrator and ops");
            users = DEMO;
        }
        return new ProviderManager(new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                users.entrySet().stream().map(ManagementUsers::details).toList())));
    }

    /** The embedded issuer's demo users and these are there together or not at all. */
    private static boolean isTrial(Environment environment) {
        return !environment.acceptsProfiles(PRODUCTION)
                && Stream.of("bookstore.identity.issuer", "bookstore.identity.jwk-set-uri")
                        .noneMatch(issuer -> StringUtils.hasText(environment.getProperty(issuer)));
    }

    private static UserDetails details(Map.Entry<String, User> user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.getKey())
                .password(user.getValue().password())
                .roles(user.getValue().roles().toArray(String[]::new))
                .build();
    }
}
