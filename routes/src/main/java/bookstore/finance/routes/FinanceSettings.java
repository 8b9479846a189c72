package bookstore.finance.routes;

import bookstore.finance.stripe.StripeSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How finance deals with its provider.
 *
 * @param provider name of the Kamelet that speaks with the payment provider
 * @param resumeAfter how long a charge or refund may be silent before it is asked for again; longer than the longest
 *     retry delay of a message
 * @param attemptsUntilAttention after how many attempts a refund that is still due is one that somebody should look at;
 *     it is tried all the same
 */
@ConfigurationProperties("bookstore.finance")
public record FinanceSettings(
        @DefaultValue("payment-simulator-action") String provider,
        @DefaultValue("5m") Duration resumeAfter,
        @DefaultValue("10") int attemptsUntilAttention) {

    private static final String STRIPE = "payment-stripe-action";

    /** The Kamelet with its settings as parameters. */
    String endpoint(StripeSettings stripe) {
        return provider.equals(STRIPE) ? stripe(stripe) : "kamelet:" + provider;
    }

    private static String stripe(StripeSettings stripe) {
        if (stripe.secretKey().isBlank()) {
            throw new IllegalStateException("Stripe is asked with a key: set bookstore.finance.stripe.secret-key");
        }
        return "kamelet:" + STRIPE + "?url=" + stripe.url() + "&version=" + stripe.version() + "&timeout="
                + stripe.timeout().toMillis();
    }
}
