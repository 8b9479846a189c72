package bookstore.finance;

import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderCreated;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** All payments and refunds. Each change is told in the transaction that makes it. */
public interface Payments {

    /** Notes what an order costs and that it has to be charged; once, however often it is called. */
    void open(OrderCreated event);

    /** The order has ended: what was captured goes back, and so does what turns out to be captured later. */
    void cancel(OrderCancelled event);

    /**
     * Writes down that the provider is about to be asked, before it is.
     *
     * @return the payment; empty if nothing has to be asked any more, or never had to since there is nothing to pay
     */
    Optional<Payment> attempt(UUID orderId);

    /**
     * Writes down what the provider answered to a charge, and tells the order.
     *
     * @throws ProviderUnavailable if the answer is unknown
     */
    void settle(PaymentProvider.Answer answer);

    /**
     * The refund that is due for an order: there if money was captured and is not given back yet. Who asks for what has
     * been given back already has not heard of it, so that is told again.
     */
    Optional<Payment> refundDue(UUID orderId);

    /**
     * Writes down that the money went back, and tells the order.
     *
     * @throws ProviderUnavailable if it did not, or nobody knows
     */
    void refunded(PaymentProvider.Answer answer);

    /**
     * Writes down that a refund failed after it was under way or made, and asks for it again: a few times, then it is for
     * somebody to look at.
     *
     * @param answer with the provider's reference of that refund
     */
    void refundFailed(PaymentProvider.Answer answer);

    /** How many refunds are still due, though asked for at least so often, or failed too often to be asked for again. */
    long refundsDue(int attempts);

    /** Asks again for every charge and refund of which nothing has been heard for so long. */
    void resume(Duration quiet);
}
