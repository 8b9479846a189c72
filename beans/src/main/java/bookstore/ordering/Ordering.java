package bookstore.ordering;

import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.shared.Refusal;
import bookstore.shared.Teller;
import java.time.Clock;
import java.util.UUID;

/**
 * The steps of an order, and how each is undone. Every method is one change in the caller's transaction; who calls
 * which when is the saga's business, and what it means to the order is {@link OrderDecider}'s.
 */
public final class Ordering {

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
        follow(OrderDecider.paid(orders.lock(event.orderId()), true, event));
    }

    /** The money came after the order had been given up. Finance gives it back when it hears that the order has ended. */
    public void noteLatePayment(PaymentProcessed event) {
        follow(OrderDecider.paid(orders.lock(event.orderId()), false, event));
    }

    /** No money will come. */
    public void rejectPayment(PaymentRejected event) {
        follow(OrderDecider.rejected(orders.lock(event.orderId()), event));
    }

    /** No books will come. */
    public void missStock(InventoryUnavailable event) {
        follow(OrderDecider.missed(orders.lock(event.orderId())));
    }

    /**
     * Somebody does not want the order any more.
     *
     * @throws Refusal if it is too late for that
     */
    public void cancel(Cancellation wish) {
        follow(OrderDecider.calledOff(orders.lock(wish.orderId()), wish));
    }

    /** Money and books are there: the order can no longer fail. */
    public void confirm(UUID orderId) {
        follow(OrderDecider.held(orders.lock(orderId), clock.instant()));
    }

    /**
     * Sees to it that the money goes back.
     *
     * @return whether it has gone back; if not, ask again later
     */
    public boolean undoPayment(UUID orderId, UndoCause cause) {
        return follow(OrderDecider.undoPayment(orders.lock(orderId), cause)).isRefunded();
    }

    /** The money has been waited for; finance gives it back once, however often it is asked. */
    public void askAgainForRefund(UUID orderId) {
        follow(OrderDecider.askAgainForRefund(orders.lock(orderId)));
    }

    /** The money has gone back. */
    public void noteRefund(RefundProcessed event) {
        follow(OrderDecider.refunded(orders.lock(event.orderId()), event));
    }

    /** The order has ended, and with it the claim to its books. */
    public void undoBegin(UUID orderId, UndoCause cause) {
        follow(OrderDecider.undoOrder(orders.lock(orderId), cause, clock.instant()));
    }

    private Order follow(Decision decision) {
        decision.steps().forEach(step -> orders.save(step.changed(), step.before(), step.event()));
        decision.told().forEach(teller::tell);
        return decision.order();
    }
}
