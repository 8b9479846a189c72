package bookstore.identity.tokens;

import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * True where no other issuer is named; with a production profile that is an error, since the embedded one knows the demo
 * users and their passwords.
 */
class OnEmbeddedIssuer implements Condition {

    private static final Profiles PRODUCTION = Profiles.of("prod", "production", "kubernetes");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        var embedded = !has(environment, "bookstore.identity.issuer");
        if (embedded
                && environment.acceptsProfiles(PRODUCTION)
                && !has(environment, "bookstore.identity.jwk-set-uri")) {
            throw new IllegalStateException("bookstore.identity.issuer is not set: the embedded issuer, with its demo"
                    + " users, does not run in production");
        }
        return embedded && !has(environment, "bookstore.identity.jwk-set-uri") && servesIdentity(environment);
    }

    private static boolean has(Environment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }

    private static boolean servesIdentity(Environment environment) {
        var services = Set.of(environment
                .getProperty("bookstore.services", "all")
                .replace(" ", "")
                .split(","));
        return services.contains("all") || services.contains("identity");
    }
}
