package bookstore.finance;

import bookstore.finance.PaymentProvider.Action;
import bookstore.finance.PaymentProvider.Answer;

/**
 * What the provider tells by itself: late, twice, or in another order than it happened.
 *
 * @param id of the notice; the same however often it is told
 * @param about {@code CHARGE} or {@code REFUND}
 */
public record ProviderNotice(String id, Action about, Answer answer) {}
