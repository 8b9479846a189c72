package bookstore.finance.stripe;

import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import java.util.UUID;

/**
 * The refunds of one payment.
 *
 * @param number how many there are, those that failed included
 * @param given what went back, in the minor unit
 * @param isPending whether one is still under way
 * @param latest id of the latest that succeeded; empty if none did
 */
record StripeRefunds(int number, long given, boolean isPending, String latest) {

    /** Unknown as long as one is under way. */
    Answer answer(UUID key) {
        return isPending ? Answer.unknown(key) : new Answer(key, Outcome.SUCCEEDED, latest);
    }
}
