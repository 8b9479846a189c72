package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.inventory.commands.ReserveStock;
import bookstore.ordering.events.OrderCreated;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways in which an order ends, led by what the other contexts tell. */
@OrderingAlone
class OrderOutcomesTest {

    private final OtherContexts others;
    private final Buyer alice;

    OrderOutcomesTest(@Autowired Buyers buyers) {
        this.alice = buyers.named("alice");
        this.others = alice.others;
    }

    @Test
    void an_order_that_is_paid_and_held_is_confirmed() {
        var id = alice.orders();
        assertThat(alice.order(id).path("status").asText()).isEqualTo("PAYMENT_PENDING");
        assertThat(alice.told("order.created", id)).isEqualTo(1);

        alice.paid(id);
        alice.awaits(id, "PAYMENT_COMPLETED");
        assertThat(alice.told("stock.reserve", id)).isEqualTo(1);
        alice.reserved(id);

        alice.awaits(id, "ORDER_CONFIRMED");
        assertThat(alice.sagaStatus(id)).isEqualTo("COMPLETED");
        assertThat(alice.told("order.confirmed", id)).isEqualTo(1);
        assertThat(alice.steps(id))
                .containsExactly("OrderInitiated", "OrderCreated", "PaymentProcessed", "InventoryReserved");
        assertThat(alice.order(id).at("/payment/reference").asText()).isEqualTo("ch_1");
        assertThat(alice.order(id).path("refund").isNull()).isTrue();
    }

    @Test
    void an_order_that_is_not_paid_is_cancelled() {
        var id = alice.orders();

        alice.rejected(id);

        alice.awaits(id, "ORDER_CANCELLED");
        assertThat(alice.sagaStatus(id)).isIn("COMPENSATING", "COMPENSATED");
        assertThat(alice.steps(id))
                .containsExactly("OrderInitiated", "OrderCreated", "PaymentRejected", "OrderCancelled");
        assertThat(alice.order(id).path("reason").asText()).isEqualTo("CARD_DECLINED");
        assertThat(alice.order(id).at("/payment/status").asText()).isEqualTo("FAILED");
        assertThat(alice.told("order.cancelled", id)).isEqualTo(1);
        assertThat(alice.told("payment.refund", id)).isZero();
    }

    @Test
    void the_money_goes_back_before_an_order_without_books_is_cancelled() {
        var id = alice.orders();
        alice.paid(id);
        alice.awaits(id, "PAYMENT_COMPLETED");

        alice.unavailable(id);
        alice.awaits(id, "COMPENSATION_STARTED");
        assertThat(alice.told("payment.refund", id)).isEqualTo(1);
        assertThat(alice.told("order.cancelled", id)).isZero();
        assertThat(alice.order(id).at("/refund/status").asText()).isEqualTo("PENDING");
        alice.refunded(id);

        alice.awaits(id, "ORDER_CANCELLED");
        assertThat(alice.steps(id)).endsWith("InventoryUnavailable", "RefundProcessed", "OrderCancelled");
        assertThat(alice.order(id).path("reason").asText()).isEqualTo("OUT_OF_STOCK");
        assertThat(alice.order(id).at("/refund/reference").asText()).isEqualTo("re_1");
        assertThat(alice.told("payment.refund", id)).isEqualTo(1);
        assertThat(alice.told("order.cancelled", id)).isEqualTo(1);
    }

    @Test
    void an_order_of_which_nothing_is_heard_ends_by_itself() {
        var unpaid = alice.orders();
        var paid = alice.orders();
        alice.paid(paid);
        alice.awaits(paid, "PAYMENT_COMPLETED");

        alice.runsOutOfTime(unpaid);
        alice.runsOutOfTime(paid);

        alice.awaits(unpaid, "ORDER_CANCELLED");
        assertThat(alice.order(unpaid).path("reason").asText()).isEqualTo("PAYMENT_TIMEOUT");
        alice.awaits(paid, "COMPENSATION_STARTED");
        alice.refunded(paid);
        alice.awaits(paid, "ORDER_CANCELLED");
        assertThat(alice.order(paid).path("reason").asText()).isEqualTo("INVENTORY_TIMEOUT");
    }

    @Test
    void the_other_contexts_hear_what_they_need_and_nothing_of_the_saga() {
        var id = alice.orders();
        alice.paid(id);

        var created = others.hear("finance", OrderCreated.class, Duration.ofSeconds(5));
        var reserve = others.hear("inventory", ReserveStock.class, Duration.ofSeconds(5));

        assertThat(created).isPresent();
        assertThat(created.get().paymentToken()).isEqualTo("tok_visa");
        assertThat(reserve).isPresent();
        assertThat(reserve.get().lines()).hasSize(1);
        assertThat(alice.count("select count(*) from outbox where payload like '%' || ? || '%'", alice.saga(id)))
                .isZero();
    }
}
