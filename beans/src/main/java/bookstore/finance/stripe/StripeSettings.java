package bookstore.finance.stripe;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is asked.
 *
 * @param url of the API
 * @param secretKey of the account; the Kamelet reads the setting at each request, since what is part of a route is shown
 *     in the console
 * @param version of the API that is spoken here, such as {@code 2025-03-31.basil}
 * @param timeout after which a request counts as unanswered
 * @param searchable how long at most Stripe may take until a search finds a payment; until then one that is not found
 *     may still be there
 */
@ConfigurationProperties("bookstore.finance.stripe")
public record StripeSettings(
        @DefaultValue("https://api.stripe.com") String url,
        @DefaultValue("") String secretKey,
        @DefaultValue("2025-03-31.basil") String version,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("1h") Duration searchable) {

    /** Without the key. */
    @Override
    public String toString() {
        return "StripeSettings[url=" + url + ", version=" + version + "]";
    }
}
