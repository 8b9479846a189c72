package bookstore.ordering;

import static bookstore.ordering.OrderStatus.COMPENSATION_STARTED;
import static bookstore.ordering.OrderStatus.ORDER_CANCELLED;
import static bookstore.ordering.OrderStatus.ORDER_CONFIRMED;
import static bookstore.ordering.OrderStatus.PAYMENT_COMPLETED;
import static bookstore.ordering.OrderStatus.PAYMENT_FAILED;
import static bookstore.ordering.OrderStatus.PAYMENT_PENDING;

import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.shared.PermanentFailure;
import bookstore.shared.Refusal;
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

    /** The money is there; now the books. Heard again, it says nothing new. */
    public void acceptPayment(PaymentProcessed event) {
        var order = orders.lock(event.orderId());
        if (order.status() != PAYMENT_PENDING) {
            return;
        }
        orders.save(order.paid(event.reference()), order.status(), "PaymentProcessed");
        var lines = order.lines().stream()
                .map(line -> new ReserveStock.Line(line.bookId(), line.quantity()))
                .toList();
        teller.tell(new ReserveStock(order.id(), lines));
    }

    /** The money came after the order had been given up. Finance gives it back when it hears that the order has ended. */
    public void noteLatePayment(PaymentProcessed event) {
        var order = orders.lock(event.orderId());
        if (order.paymentReference() == null) {
            orders.save(order.paidLate(event.reference()), order.status(), "PaymentProcessed");
        }
    }

    /** No money will come. */
    public void rejectPayment(PaymentRejected event) {
        var order = orders.lock(event.orderId());
        if (order.paymentReference() != null) {
            throw new PermanentFailure("order " + order.id() + " is paid and cannot have been rejected");
        }
        giveUp(order.id(), "PaymentRejected", event.reason());
    }

    /** No books will come. */
    public void missStock(InventoryUnavailable event) {
        var order = orders.lock(event.orderId());
        if (order.status() == PAYMENT_PENDING || order.status() == ORDER_CONFIRMED) {
            throw new PermanentFailure("order " + order.id() + " is " + order.status() + " and has not lost its books");
        }
        giveUp(order.id(), "InventoryUnavailable", "OUT_OF_STOCK");
    }

    /**
     * Somebody does not want the order any more.
     *
     * @throws Refusal if it is too late for that
     */
    public void cancel(Cancellation wish) {
        orders.lock(wish.orderId()).refuseUnlessCancellable();
        giveUp(wish.orderId(), wish.event(), wish.reason());
    }

    /** Money and books are there: the order can no longer fail. */
    public void confirm(UUID orderId) {
        var order = orders.lock(orderId);
        if (order.status() == ORDER_CONFIRMED) {
            return;
        }
        orders.save(order.become(ORDER_CONFIRMED, null), order.status(), "InventoryReserved");
        teller.tell(order.confirmed(clock.instant()));
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
            teller.tell(order.cancelled(clock.instant()));
        }
    }
}
