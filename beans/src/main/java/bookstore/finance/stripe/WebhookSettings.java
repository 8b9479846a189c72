package bookstore.finance.stripe;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When what the provider tells by itself is believed.
 *
 * @param secret that it is signed with; without one nothing is believed
 * @param tolerance how far the time of the signature may be from ours
 */
@ConfigurationProperties("bookstore.finance.webhook")
public record WebhookSettings(@DefaultValue("") String secret, @DefaultValue("5m") Duration tolerance) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[tolerance=" + tolerance + "]";
    }
}
