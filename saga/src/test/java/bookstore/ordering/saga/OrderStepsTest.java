package bookstore.ordering.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.events.InventoryReserved;
import bookstore.ordering.Cancellation;
import bookstore.ordering.OrderStatus;
import bookstore.saga.Saga;
import bookstore.saga.SagaEnded;
import bookstore.saga.SagaStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps of an order's saga, each called as its listener would call it. */
class OrderStepsTest {

    private OrderingProcess ordering;

    @BeforeEach
    void start() {
        ordering = OrderingProcess.start();
    }

    @AfterEach
    void stop() {
        ordering.close();
    }

    @Test
    void order_saga_step_and_message_are_there_together() {
        var id = ordering.places();

        var saga = ordering.sagaOf(id);
        assertThat(saga.status()).isEqualTo(SagaStatus.RUNNING);
        assertThat(saga.steps())
                .extracting(Saga.Step::compensation)
                .containsExactly("direct://ordering-undo-place-order");
        assertThat(saga.steps().get(0).options()).containsEntry("order-id", id.toString());
        assertThat(ordering.told(id)).containsExactly("order.created");
    }

    @Test
    void an_order_that_rolls_back_has_never_been() {
        var id = ordering.placesAndFails();

        assertThat(ordering.find(id)).isEmpty();
        assertThat(ordering.sagasOf(id)).isEmpty();
        assertThat(ordering.told(id)).isEmpty();
    }

    @Test
    void each_step_brings_its_undoing() {
        var id = ordering.places();

        ordering.sends("direct:ordering-accept-payment", paid(id));

        assertThat(ordering.sagaOf(id).steps())
                .extracting(Saga.Step::compensation)
                .containsExactly("direct://ordering-undo-place-order", "direct://ordering-undo-take-payment");
        assertThat(ordering.told(id)).containsExactly("order.created", "stock.reserve");
    }

    @Test
    void held_books_complete_the_saga() {
        var id = ordering.places();
        ordering.sends("direct:ordering-accept-payment", paid(id));

        ordering.sends("direct:ordering-confirm-order", new InventoryReserved(id, OrderingProcess.NOW));

        assertThat(ordering.sagaOf(id).status()).isEqualTo(SagaStatus.COMPLETED);
        assertThat(ordering.status(id)).isEqualTo(OrderStatus.ORDER_CONFIRMED);
        assertThat(ordering.told(id)).endsWith("order.confirmed");
    }

    @Test
    void a_refused_payment_undoes_the_order() {
        var id = ordering.places();

        ordering.sends("direct:ordering-reject-payment", new PaymentRejected(id, "CARD_DECLINED", OrderingProcess.NOW));

        await().until(() -> ordering.status(id) == OrderStatus.ORDER_CANCELLED);
        assertThat(ordering.told(id)).containsExactly("order.created", "order.cancelled");
    }

    @Test
    void the_undoing_of_a_payment_waits_for_the_refund() {
        var id = ordering.places();
        ordering.sends("direct:ordering-accept-payment", paid(id));
        ordering.sends("direct:ordering-call-off-order", Cancellation.byBuyer(id));
        await().until(() -> ordering.sagaOf(id).steps().get(1).status().equals("PENDING"));
        assertThat(ordering.status(id)).isEqualTo(OrderStatus.COMPENSATION_STARTED);

        ordering.sends(
                "direct:ordering-note-refund", new RefundProcessed(id, "re_1", 2580, "EUR", OrderingProcess.NOW));

        await().until(() -> ordering.sagaOf(id).status() == SagaStatus.COMPENSATED);
        assertThat(ordering.status(id)).isEqualTo(OrderStatus.ORDER_CANCELLED);
        assertThat(ordering.told(id))
                .containsExactly("order.created", "stock.reserve", "payment.refund", "order.cancelled");
    }

    @Test
    void a_refund_that_is_waited_for_is_asked_for_again() {
        var id = ordering.places();
        ordering.sends("direct:ordering-accept-payment", paid(id));
        ordering.sends("direct:ordering-call-off-order", Cancellation.byBuyer(id));
        await().until(() -> ordering.sagaOf(id).steps().get(1).status().equals("PENDING"));
        assertThat(ordering.told(id)).containsOnlyOnce("payment.refund");

        ordering.console().retry(ordering.sagaOf(id).id());

        await().until(() -> ordering.told(id)
                .equals(List.of("order.created", "stock.reserve", "payment.refund", "payment.refund")));
        assertThat(ordering.status(id)).isEqualTo(OrderStatus.COMPENSATION_STARTED);
    }

    @Test
    void a_payment_that_is_too_late_is_answered_by_the_saga() {
        var id = ordering.places();
        ordering.sends("direct:ordering-call-off-order", Cancellation.byBuyer(id));

        var failure = ordering.fails("direct:ordering-accept-payment", paid(id));

        assertThat(failure).isInstanceOf(SagaEnded.class);
        assertThat(ordering.told(id)).doesNotContain("stock.reserve");
    }

    @Test
    void books_that_are_held_too_late_confirm_nothing() {
        var id = ordering.places();
        ordering.sends("direct:ordering-accept-payment", paid(id));
        ordering.sends("direct:ordering-call-off-order", Cancellation.byBuyer(id));

        var failure = ordering.fails("direct:ordering-confirm-order", new InventoryReserved(id, OrderingProcess.NOW));

        assertThat(failure).hasRootCauseInstanceOf(SagaEnded.class);
        assertThat(ordering.status(id)).isEqualTo(OrderStatus.COMPENSATION_STARTED);
        assertThat(ordering.told(id)).doesNotContain("order.confirmed");
    }

    @Test
    void every_undoing_copes_with_an_action_that_never_happened() {
        var id = ordering.places();
        for (var undo : List.of("direct:ordering-undo-take-payment", "direct:ordering-undo-place-order")) {
            ordering.undoes(undo, id);
            ordering.undoes(undo, id);
        }

        assertThat(ordering.status(id)).isEqualTo(OrderStatus.ORDER_CANCELLED);
        assertThat(ordering.told(id)).containsExactly("order.created", "order.cancelled");
    }

    @Test
    void an_order_whose_saga_an_operator_undoes_says_that_it_was_the_shop() {
        var unpaid = ordering.places();
        var paid = ordering.places();
        ordering.sends("direct:ordering-accept-payment", paid(paid));

        for (var id : List.of(unpaid, paid)) {
            ordering.console().compensate(ordering.sagaOf(id).id());
            await().until(() ->
                    "CANCELLED_BY_SHOP".equals(ordering.find(id).orElseThrow().reason()));
        }
    }

    @Test
    void an_order_that_takes_too_long_says_for_what() {
        var unpaid = ordering.places();
        var paid = ordering.places();
        ordering.sends("direct:ordering-accept-payment", paid(paid));

        ordering.timesOut();

        await().until(() ->
                "PAYMENT_TIMEOUT".equals(ordering.find(unpaid).orElseThrow().reason()));
        await().until(() ->
                "INVENTORY_TIMEOUT".equals(ordering.find(paid).orElseThrow().reason()));
    }

    private static PaymentProcessed paid(UUID id) {
        return new PaymentProcessed(id, "ch_1", 2580, "EUR", OrderingProcess.NOW);
    }
}
