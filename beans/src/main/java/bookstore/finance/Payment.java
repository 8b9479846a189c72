package bookstore.finance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money of one order.
 *
 * @param chargedAt when the provider was last about to be asked to charge; null if it never was
 * @param orderCancelled the order has ended without it; what is or will be captured goes back
 */
public record Payment(
        UUID orderId,
        State state,
        String paymentToken,
        long amountMinor,
        String currency,
        String reference,
        boolean orderCancelled,
        @Nullable Instant chargedAt) {

    /** Where a payment stands; from {@code PENDING} it goes to one of the others; a no is in doubt while it is asked about again. */
    public enum State {
        PENDING,
        CAPTURED,
        DECLINED
    }

    /**
     * What to ask the provider: to charge, again with the same key as long as nothing is known; only what became of it
     * once the order has ended, as it does after a no.
     */
    public PaymentProvider.Request charge() {
        var isOpen = state == State.PENDING && !orderCancelled;
        return request(isOpen ? PaymentProvider.Action.CHARGE : PaymentProvider.Action.LOOK_UP);
    }

    public PaymentProvider.Request refund() {
        return request(PaymentProvider.Action.REFUND);
    }

    /** Whether there is nothing to pay, so that no provider is asked: they refuse to charge nothing. */
    public boolean isFree() {
        return amountMinor == 0;
    }

    /** What is known of the charge or the refund of nothing. */
    public PaymentProvider.Answer nothingToPay() {
        return new PaymentProvider.Answer(orderId, PaymentProvider.Outcome.SUCCEEDED, "NOTHING_TO_PAY");
    }

    private PaymentProvider.Request request(PaymentProvider.Action action) {
        return new PaymentProvider.Request(action, orderId, paymentToken, amountMinor, currency, reference, chargedAt);
    }
}
