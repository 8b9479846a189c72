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
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.PermanentFailure;
import bookstore.shared.Refusal;
import java.time.Instant;

/**
 * What an order makes of all that it may hear, wherever it stands by then: heard twice, heard too late, or against what
 * it has heard before. Nothing but functions, so that they can be tried on a great many courses of events.
 *
 * <p>An order is <em>open</em> as long as its saga can still go either way. What contradicts the order is a
 * {@link PermanentFailure}: somebody has to look, and nothing is changed.
 */
public final class OrderDecider {

    private OrderDecider() {}

    /**
     * The money is there; now the books. If the order is not open any more, finance gives it back when it hears so, or
     * has done already; what comes after the end is asked back, too.
     */
    public static Decision paid(Order order, boolean open, PaymentProcessed event) {
        if (open && order.status() == PAYMENT_PENDING && !order.isRefunded()) {
            return Decision.nothingNewFor(order)
                    .step(order.paid(event.reference()), "PaymentProcessed")
                    .tell(books(order));
        }
        if (order.paymentReference() != null) {
            return Decision.nothingNewFor(order);
        }
        var late = Decision.nothingNewFor(order).step(order.paidLate(event.reference()), "PaymentProcessed");
        return order.status() == ORDER_CANCELLED && !order.isRefunded()
                ? late.tell(new RefundPayment(order.id(), "PAID_TOO_LATE"))
                : late;
    }

    private static ReserveStock books(Order order) {
        return new ReserveStock(
                order.id(),
                order.lines().stream()
                        .map(line -> new ReserveStock.Line(line.bookId(), line.quantity()))
                        .toList());
    }

    /** No money will come. */
    public static Decision rejected(Order order, PaymentRejected event) {
        if (order.paymentReference() != null) {
            throw contradicts(order, "paid and cannot have been rejected");
        }
        return giveUp(order, "PaymentRejected", event.reason());
    }

    /** The books are there too, so the order can no longer fail. Asked only while it is open. */
    public static Decision held(Order order, Instant now) {
        if (order.status() == ORDER_CONFIRMED) {
            return Decision.nothingNewFor(order);
        }
        var confirmed = new OrderConfirmed(
                order.id(),
                order.buyerId(),
                order.email(),
                order.total().minor(),
                order.total().currency(),
                now);
        return Decision.nothingNewFor(order)
                .step(order.become(ORDER_CONFIRMED, null), "InventoryReserved")
                .tell(confirmed);
    }

    /** No books will come. */
    public static Decision missed(Order order) {
        if (order.status() == PAYMENT_PENDING || order.status() == ORDER_CONFIRMED) {
            throw contradicts(order, order.status() + " and has not lost its books");
        }
        return giveUp(order, "InventoryUnavailable", "OUT_OF_STOCK");
    }

    /**
     * Somebody does not want the order any more.
     *
     * @throws Refusal if it is too late for that
     */
    public static Decision calledOff(Order order, Cancellation wish) {
        order.refuseUnlessCancellable();
        return giveUp(order, wish.event(), wish.reason());
    }

    /** The money has gone back. */
    public static Decision refunded(Order order, RefundProcessed event) {
        if (order.status() == PAYMENT_COMPLETED || order.status() == ORDER_CONFIRMED) {
            throw contradicts(order, order.status() + " and keeps its money");
        }
        return order.isRefunded()
                ? Decision.nothingNewFor(order)
                : Decision.nothingNewFor(order).step(order.refunded(event.reference()), "RefundProcessed");
    }

    /** The saga undoes the payment, which has come to its end only when the order {@link Order#isRefunded}. */
    public static Decision undoPayment(Order order, UndoCause cause) {
        return giveUp(order, cause.event(), cause.reason("INVENTORY_TIMEOUT"));
    }

    /** The saga still waits for the money to go back; the question or its answer may have been lost. */
    public static Decision askAgainForRefund(Order order) {
        var waits = order.status() == COMPENSATION_STARTED && !order.isRefunded();
        var given = Decision.nothingNewFor(order);
        return waits ? given.tell(new RefundPayment(order.id(), String.valueOf(order.reason()))) : given;
    }

    /** The saga undoes the order itself, and with it the claim to its books. */
    public static Decision undoOrder(Order order, UndoCause cause, Instant now) {
        var given = giveUp(order, cause.event(), cause.reason("PAYMENT_TIMEOUT"));
        var last = given.order();
        if (last.status() == ORDER_CANCELLED) {
            return given;
        }
        var told = new OrderCancelled(last.id(), last.buyerId(), last.email(), String.valueOf(last.reason()), now);
        return given.step(last.become(ORDER_CANCELLED, null), "OrderCancelled").tell(told);
    }

    /** The order will end without books changing hands, unless that is decided already. The first reason stands. */
    private static Decision giveUp(Order order, String event, String reason) {
        var given = Decision.nothingNewFor(order);
        return switch (order.status()) {
            case PAYMENT_PENDING -> given.step(order.become(PAYMENT_FAILED, reason), event);
            case PAYMENT_COMPLETED ->
                given.step(order.become(COMPENSATION_STARTED, reason), event)
                        .tell(new RefundPayment(order.id(), reason));
            default -> given;
        };
    }

    private static PermanentFailure contradicts(Order order, String what) {
        return new PermanentFailure("order " + order.id() + " is " + what);
    }
}
