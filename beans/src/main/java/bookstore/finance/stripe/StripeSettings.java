package bookstore.finance.stripe;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is asked. The secret key is the setting {@code bookstore.finance.stripe.secret-key}, which the Kamelet reads
 * at each request: what is part of a route is shown in the console.
 *
 * @param url of the API
 * @param version of the API that is spoken here, such as {@code 2025-03-31.basil}
 * @param timeout after which a request counts as unanswered
 * @param searchable how long at most Stripe may take until a search finds a payment; until then one that is not found
 *     may still be there
 */
@ConfigurationProperties("bookstore.finance.stripe")
public record StripeSettings(
        @DefaultValue("https://api.stripe.com") String url,
        @DefaultValue("2025-03-31.basil") String version,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("1h") Duration searchable) {}
