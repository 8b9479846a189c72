package bookstore.ordering;

import static bookstore.ordering.OrderStatus.COMPENSATION_STARTED;
import static bookstore.ordering.OrderStatus.ORDER_CANCELLED;
import static bookstore.ordering.OrderStatus.ORDER_CONFIRMED;
import static bookstore.ordering.OrderStatus.PAYMENT_COMPLETED;
import static bookstore.ordering.OrderStatus.PAYMENT_FAILED;
import static bookstore.ordering.OrderStatus.PAYMENT_PENDING;

import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.commands.ReserveStock;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.UUID;

/**
 * The steps of an order, and how each is undone. Every method is one change in the caller's transaction; who calls
 * which when is the saga's business.
 */
public final class Ordering {

    private static final String TIMED_OUT = "SagaTimedOut";

    private final Orders orders;
    private final Teller teller;
    private final Clock clock;

    public Ordering(Orders orders, Teller teller, Clock clock) {
        this.orders = orders;
        this.teller = teller;
        this.clock = clock;
    }

    /** The order exists and waits for its payment. */
    public void begin(NewOrder order) {
        orders.add(order);
        teller.tell(order.created());
    }

    /** The money is there; now the books. */
    public void acceptPayment(PaymentProcessed event) {
        var order = orders.lock(event.orderId());
        orders.save(order.paid(event.reference()), order.status(), "PaymentProcessed");
        var lines = order.lines().stream()
                .map(line -> new ReserveStock.Line(line.bookId(), line.quantity()))
                .toList();
        teller.tell(new ReserveStock(order.id(), lines));
    }

    /** Money and books are there: the order can no longer fail. */
    public void confirm(UUID orderId) {
        var order = orders.lock(orderId);
        orders.save(order.become(ORDER_CONFIRMED, null), order.status(), "InventoryReserved");
        var total = order.total();
        teller.tell(new OrderConfirmed(
                orderId, order.buyerId(), order.email(), total.minor(), total.currency(), clock.instant()));
    }

    /**
     * The order will end without books changing hands. Undoing what was done comes after this, step by step.
     *
     * @param event what caused it
     * @param reason for the buyer, such as {@code OUT_OF_STOCK}
     */
    public void giveUp(UUID orderId, String event, String reason) {
        var order = orders.lock(orderId);
        if (order.status() == PAYMENT_PENDING) {
            orders.save(order.become(PAYMENT_FAILED, reason), PAYMENT_PENDING, event);
        } else if (order.status() == PAYMENT_COMPLETED) {
            orders.save(order.become(COMPENSATION_STARTED, reason), PAYMENT_COMPLETED, event);
            teller.tell(new RefundPayment(orderId, reason));
        }
    }

    /**
     * Sees to it that the money goes back.
     *
     * @return whether it has gone back; if not, ask again later
     */
    public boolean undoPayment(UUID orderId) {
        giveUp(orderId, TIMED_OUT, "INVENTORY_TIMEOUT");
        return orders.lock(orderId).isRefunded();
    }

    /** The money has gone back. */
    public void noteRefund(RefundProcessed event) {
        var order = orders.lock(event.orderId());
        if (!order.isRefunded()) {
            orders.save(order.refunded(event.reference()), order.status(), "RefundProcessed");
        }
    }

    /** The order has ended, and with it the claim to its books. */
    public void undoBegin(UUID orderId) {
        giveUp(orderId, TIMED_OUT, "PAYMENT_TIMEOUT");
        var order = orders.lock(orderId);
        if (order.status() != ORDER_CANCELLED) {
            orders.save(order.become(ORDER_CANCELLED, null), order.status(), "OrderCancelled");
            teller.tell(new OrderCancelled(
                    orderId, order.buyerId(), order.email(), String.valueOf(order.reason()), clock.instant()));
        }
    }
}
