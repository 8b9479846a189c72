package bookstore.operations;

import bookstore.identity.tokens.TokenSettings;
import bookstore.operations.OperationsSettings.User;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

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

    static AuthenticationManager of(OperationsSettings settings, TokenSettings tokens, Environment environment) {
        var users = settings.users();
        if (users.isEmpty() && isTrial(tokens, environment)) {
            LOG.info("The management port knows the demo users integrator and ops");
            users = DEMO;
        }
        return new ProviderManager(new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                users.entrySet().stream().map(ManagementUsers::details).toList())));
    }

    private static boolean isTrial(TokenSettings tokens, Environment environment) {
        return !tokens.hasIssuer() && !tokens.hasKeys() && !environment.acceptsProfiles(PRODUCTION);
    }

    private static UserDetails details(Map.Entry<String, User> user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.getKey())
                .password(user.getValue().password())
                .roles(user.getValue().roles().toArray(String[]::new))
                .build();
    }
}
