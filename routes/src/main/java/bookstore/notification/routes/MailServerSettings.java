package bookstore.notification.routes;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the mail server is; the names are Spring Boot's own. {@code protocol}, {@code host} and {@code port} are passed
 * on as they are.
 *
 * @param username to log in with; without one there is no log-in
 */
@ConfigurationProperties("spring.mail")
public record MailServerSettings(@Nullable String username) {

    private static final String SERVER = "kamelet:mail-sink?from=RAW({{bookstore.notification.from}})"
            + "&protocol={{?spring.mail.protocol}}&host={{?spring.mail.host}}&port={{?spring.mail.port}}";

    /** Raw twice, once for this address and once for that of the mail server inside the Kamelet. */
    private static final String LOG_IN =
            "&username=RAW(RAW({{spring.mail.username}}))&password=RAW(RAW({{spring.mail.password}}))";

    /** The Kamelet with these settings as its parameters. */
    String endpoint() {
        return username == null || username.isBlank() ? SERVER : SERVER + LOG_IN;
    }
}
