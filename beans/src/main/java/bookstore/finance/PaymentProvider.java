package bookstore.finance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words in which we speak with whoever really moves money. Requests carry a key; asking twice with the same key has
 * the effect of once, however often the answer got lost.
 */
public final class PaymentProvider {

    private PaymentProvider() {}

    /** What a provider can be asked. */
    public enum Action {
        CHARGE,
        REFUND,
        LOOK_UP
    }

    /**
     * A request to the provider.
     *
     * @param key idempotency key: the order's id, the same for its charge, its refund and every look-up
     * @param paymentToken names the payment method at the provider
     * @param reference what the provider called the charge; empty as long as it has not said
     * @param chargedAt when it was last about to be asked to charge; null if it never was
     */
    public record Request(
            Action action,
            UUID key,
            String paymentToken,
            long amountMinor,
            String currency,
            String reference,
            @Nullable Instant chargedAt) {}

    /** What is known of a charge or refund. {@code UNKNOWN} is never read as a no. */
    public enum Outcome {
        SUCCEEDED,
        DECLINED,
        NOT_FOUND,
        UNKNOWN
    }

    /**
     * What the provider answered.
     *
     * @param key of the request
     * @param detail the provider's reference if it succeeded, the reason if it was declined, else empty
     */
    public record Answer(UUID key, Outcome outcome, String detail) {

        public static Answer unknown(UUID key) {
            return new Answer(key, Outcome.UNKNOWN, "");
        }

        /** @throws ProviderUnavailable if nothing is known, so that one asks again */
        public Answer known() {
            if (outcome == Outcome.UNKNOWN) {
                throw new ProviderUnavailable("the provider has not said what became of " + key);
            }
            return this;
        }
    }
}
