package bookstore.ordering;

import bookstore.ordering.events.OrderCreated;
import bookstore.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What it takes to begin an order: everything checked and priced.
 *
 * @param paymentToken names a payment method at the provider
 * @param basketVersion of the basket that was ordered; the same basket is ordered once
 */
public record NewOrder(
        UUID id,
        String buyerId,
        String email,
        String paymentToken,
        List<OrderLine> lines,
        Address shippingAddress,
        String basketId,
        long basketVersion,
        Instant placedAt,
        String sagaId) {

    public NewOrder carriedBy(String saga) {
        return new NewOrder(
                id, buyerId, email, paymentToken, lines, shippingAddress, basketId, basketVersion, placedAt, saga);
    }

    /** The order as it stands when it is placed; initiated and created are its first two versions. */
    public Order begun() {
        return new Order(
                id,
                buyerId,
                email,
                OrderStatus.PAYMENT_PENDING,
                null,
                lines,
                total(),
                shippingAddress,
                placedAt,
                null,
                null,
                sagaId,
                2);
    }

    public Money total() {
        return lines.stream().map(OrderLine::lineTotal).reduce(Money::plus).orElseThrow();
    }

    public OrderCreated created() {
        var copied = lines.stream()
                .map(line -> new OrderCreated.Line(
                        line.bookId(),
                        line.title(),
                        line.quantity(),
                        line.unitPrice().minor()))
                .toList();
        return new OrderCreated(
                id,
                buyerId,
                email,
                paymentToken,
                total().minor(),
                total().currency(),
                copied,
                basketId,
                basketVersion,
                placedAt);
    }
}
