package bookstore.ordering;

import static bookstore.ordering.OrderFixture.ID;
import static bookstore.ordering.OrderFixture.NOW;
import static bookstore.ordering.OrderStatus.COMPENSATION_STARTED;
import static bookstore.ordering.OrderStatus.ORDER_CANCELLED;
import static bookstore.ordering.OrderStatus.ORDER_CONFIRMED;
import static bookstore.ordering.OrderStatus.PAYMENT_COMPLETED;
import static bookstore.ordering.OrderStatus.PAYMENT_FAILED;
import static bookstore.ordering.OrderStatus.PAYMENT_PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.Message;
import bookstore.shared.PermanentFailure;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingTest {

    private final List<Message> told = new ArrayList<>();
    private final InMemoryOrders orders = new InMemoryOrders();
    private final Ordering ordering = new Ordering(orders, told::add, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void an_order_that_is_paid_and_held_is_confirmed() {
        ordering.begin(OrderFixture.order());
        ordering.acceptPayment(paid());
        ordering.confirm(ID);

        assertThat(status()).isEqualTo(ORDER_CONFIRMED);
        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(types(OrderCreated.class, ReserveStock.class, OrderConfirmed.class));
    }

    @Test
    void an_order_that_is_not_paid_is_cancelled_without_a_refund() {
        ordering.begin(OrderFixture.order());
        ordering.rejectPayment(new PaymentRejected(ID, "CARD_DECLINED", NOW));
        assertThat(status()).isEqualTo(PAYMENT_FAILED);

        ordering.undoBegin(ID, UndoCause.TIMED_OUT);

        assertThat(status()).isEqualTo(ORDER_CANCELLED);
        assertThat(orders.lock(ID).reason()).isEqualTo("CARD_DECLINED");
        assertThat(told).extracting(Object::getClass).containsExactly(types(OrderCreated.class, OrderCancelled.class));
    }

    @Test
    void money_goes_back_before_a_paid_order_is_cancelled() {
        ordering.begin(OrderFixture.order());
        ordering.acceptPayment(paid());
        ordering.missStock(new InventoryUnavailable(ID, List.of(), NOW));
        assertThat(status()).isEqualTo(COMPENSATION_STARTED);
        assertThat(ordering.undoPayment(ID, UndoCause.TIMED_OUT)).isFalse();

        ordering.noteRefund(new RefundProcessed(ID, "re_1", 2580, "EUR", NOW));

        assertThat(ordering.undoPayment(ID, UndoCause.TIMED_OUT)).isTrue();
        ordering.undoBegin(ID, UndoCause.TIMED_OUT);
        assertThat(status()).isEqualTo(ORDER_CANCELLED);
        assertThat(told.stream().filter(RefundPayment.class::isInstance)).hasSize(1);
    }

    @Test
    void an_order_whose_payment_never_comes_ends_by_the_time_out() {
        ordering.begin(OrderFixture.order());

        ordering.undoBegin(ID, UndoCause.TIMED_OUT);

        assertThat(status()).isEqualTo(ORDER_CANCELLED);
        assertThat(orders.lock(ID).reason()).isEqualTo("PAYMENT_TIMEOUT");
    }

    @Test
    void undoing_twice_tells_once() {
        ordering.begin(OrderFixture.order());
        ordering.undoBegin(ID, UndoCause.TIMED_OUT);

        ordering.undoBegin(ID, UndoCause.TIMED_OUT);

        assertThat(told.stream().filter(OrderCancelled.class::isInstance)).hasSize(1);
    }

    @Test
    void an_order_that_is_not_paid_cannot_be_confirmed() {
        ordering.begin(OrderFixture.order());

        assertThatThrownBy(() -> ordering.confirm(ID)).isInstanceOf(IllegalStateException.class);
        assertThat(status()).isEqualTo(PAYMENT_PENDING);
    }

    @Test
    void each_step_is_one_version() {
        ordering.begin(OrderFixture.order());
        ordering.acceptPayment(paid());
        ordering.confirm(ID);

        assertThat(orders.timeline(ID, 0)).extracting(TimelineEntry::version).containsExactly(3, 4);
    }

    @Test
    void money_that_comes_after_the_end_goes_back_and_moves_nothing() {
        ordering.begin(OrderFixture.order());
        ordering.undoBegin(ID, UndoCause.TIMED_OUT);

        ordering.noteLatePayment(paid());
        ordering.noteLatePayment(paid());

        assertThat(status()).isEqualTo(ORDER_CANCELLED);
        assertThat(orders.lock(ID).paymentReference()).isEqualTo("ch_1");
        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(types(OrderCreated.class, OrderCancelled.class, RefundPayment.class));
        assertThat(orders.timeline(ID, 0)).hasSize(3);
    }

    @Test
    void a_payment_that_is_told_twice_is_accepted_once() {
        ordering.begin(OrderFixture.order());
        ordering.acceptPayment(paid());

        ordering.acceptPayment(paid());

        assertThat(told.stream().filter(ReserveStock.class::isInstance)).hasSize(1);
    }

    @Test
    void what_contradicts_a_payment_can_never_be_handled() {
        ordering.begin(OrderFixture.order());
        assertThatThrownBy(() -> ordering.missStock(new InventoryUnavailable(ID, List.of(), NOW)))
                .isInstanceOf(PermanentFailure.class);
        ordering.acceptPayment(paid());

        assertThatThrownBy(() -> ordering.rejectPayment(new PaymentRejected(ID, "CARD_DECLINED", NOW)))
                .isInstanceOf(PermanentFailure.class);
        assertThat(status()).isEqualTo(PAYMENT_COMPLETED);
    }

    @Test
    void an_order_is_cancelled_until_it_is_confirmed() {
        ordering.begin(OrderFixture.order());
        ordering.acceptPayment(paid());
        ordering.confirm(ID);

        assertThatThrownBy(() -> ordering.cancel(Cancellation.byBuyer(ID)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.details())
                        .containsEntry("state", ORDER_CONFIRMED)
                        .containsKeys("cancellableStates", "possible"));
        assertThat(status()).isEqualTo(ORDER_CONFIRMED);
    }

    private OrderStatus status() {
        return orders.lock(ID).status();
    }

    private static PaymentProcessed paid() {
        return new PaymentProcessed(ID, "ch_1", 2580, "EUR", NOW);
    }

    private static Class<?>[] types(Class<?>... types) {
        return types;
    }
}
