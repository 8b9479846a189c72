package bookstore.ordering;

import bookstore.shared.Money;
import bookstore.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has ordered, and what has become of it.
 *
 * @param reason why it was cancelled or is about to be, such as {@code CARD_DECLINED}
 * @param paymentReference what the provider calls the payment, once it is processed
 * @param refundReference what the provider calls the refund, once it is processed
 * @param sagaId of the saga that carries the order; never leaves ordering
 * @param version rises with each change
 */
public record Order(
        UUID id,
        String buyerId,
        String email,
        OrderStatus status,
        @Nullable String reason,
        List<OrderLine> lines,
        Money total,
        Address shippingAddress,
        Instant placedAt,
        @Nullable String paymentReference,
        @Nullable String refundReference,
        String sagaId,
        int version) {

    /** The same order one step on; an edge that there is not is an {@link IllegalStateException}. */
    public Order become(OrderStatus next, @Nullable String why) {
        mustBecome(next);
        return with(next, why == null ? reason : why, paymentReference, refundReference);
    }

    public Order paid(String reference) {
        mustBecome(OrderStatus.PAYMENT_COMPLETED);
        return with(OrderStatus.PAYMENT_COMPLETED, reason, reference, refundReference);
    }

    private void mustBecome(OrderStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("order " + id + " is " + status + " and cannot become " + next);
        }
    }

    /** Paid when it was too late; the order does not go on for that. */
    public Order paidLate(String reference) {
        return with(status, reason, reference, refundReference);
    }

    public Order refunded(String reference) {
        return with(status, reason, paymentReference, reference);
    }

    public boolean isRefunded() {
        return refundReference != null;
    }

    /** Refuses what cannot be cancelled any more, and says what is possible instead. */
    public void refuseUnlessCancellable() {
        if (!status.isCancellable()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "not-cancellable",
                    "The order is " + status + " and cannot be cancelled any more",
                    Map.of(
                            "state", status,
                            "cancellableStates", List.of(OrderStatus.PAYMENT_PENDING, OrderStatus.PAYMENT_COMPLETED),
                            "possible",
                                    List.of(status == OrderStatus.ORDER_CONFIRMED ? "invoice" : "wait", "reorder")));
        }
    }

    private Order with(OrderStatus next, @Nullable String why, @Nullable String payment, @Nullable String refund) {
        return new Order(
                id,
                buyerId,
                email,
                next,
                why,
                lines,
                total,
                shippingAddress,
                placedAt,
                payment,
                refund,
                sagaId,
                version + 1);
    }
}
