package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes too late, twice, in the wrong order, or at the same time. One wins, the other is answered. */
@OrderingAlone
class OrderRacesTest {

    private final Buyer alice;

    OrderRacesTest(@Autowired Buyers buyers) {
        this.alice = buyers.named("alice");
    }

    @Test
    void money_that_comes_after_the_time_out_is_seen_going_back() {
        var id = alice.orders();
        alice.runsOutOfTime(id);
        alice.awaits(id, "ORDER_CANCELLED");

        alice.paid(id);
        await().untilAsserted(() ->
                assertThat(alice.order(id).at("/refund/status").asText()).isEqualTo("PENDING"));
        alice.refunded(id);

        await().untilAsserted(() ->
                assertThat(alice.order(id).at("/refund/status").asText()).isEqualTo("PROCESSED"));
        assertThat(alice.order(id).path("status").asText()).isEqualTo("ORDER_CANCELLED");
        assertThat(alice.told("order.cancelled", id)).isEqualTo(1);
        assertThat(alice.told("stock.reserve", id)).isZero();
        assertThat(alice.deadLetters(id)).isZero();
    }

    @Test
    void of_time_out_and_payment_at_the_same_time_one_wins_and_the_money_goes_back() {
        var orders = placed(8);

        orders.parallelStream().forEach(id -> atOnce(() -> alice.paid(id), () -> alice.runsOutOfTime(id)));

        orders.forEach(id -> await().untilAsserted(() -> {
            assertThat(alice.order(id).path("status").asText()).isIn("COMPENSATION_STARTED", "ORDER_CANCELLED");
            assertThat(alice.order(id).at("/refund/status").asText()).isEqualTo("PENDING");
        }));
        orders.forEach(alice::refunded);
        orders.forEach(id -> alice.awaits(id, "ORDER_CANCELLED"));
        orders.forEach(id -> await().untilAsserted(() ->
                assertThat(alice.order(id).at("/refund/reference").asText()).isEqualTo("re_1")));
        orders.forEach(id -> assertThat(alice.told("order.cancelled", id)).isEqualTo(1));
        orders.forEach(id -> assertThat(alice.deadLetters(id)).isZero());
    }

    @Test
    void of_cancellation_and_confirmation_at_the_same_time_one_wins() {
        var orders = placed(8);
        orders.forEach(alice::paid);
        orders.forEach(id -> alice.awaits(id, "PAYMENT_COMPLETED"));

        orders.parallelStream().forEach(id -> {
            var cancelled = new int[1];
            atOnce(() -> alice.reserved(id), () -> cancelled[0] = cancel(id));

            alice.awaits(id, cancelled[0] == 202 ? "COMPENSATION_STARTED" : "ORDER_CONFIRMED");
        });

        orders.forEach(id -> assertThat(alice.told("order.confirmed", id) + alice.told("payment.refund", id))
                .isEqualTo(1));
        orders.forEach(id -> assertThat(alice.deadLetters(id)).isZero());
    }

    @Test
    void of_cancellation_and_payment_at_the_same_time_neither_waits_for_the_other() {
        var orders = placed(8);

        orders.parallelStream()
                .forEach(id -> atOnce(
                        () -> alice.paid(id), () -> assertThat(cancel(id)).isEqualTo(202)));

        orders.forEach(id -> await().untilAsserted(() ->
                assertThat(alice.order(id).at("/refund/status").asText()).isEqualTo("PENDING")));
        orders.forEach(alice::refunded);
        orders.forEach(id -> alice.awaits(id, "ORDER_CANCELLED"));
        orders.forEach(id -> assertThat(alice.order(id).path("reason").asText()).isEqualTo("CANCELLED_BY_BUYER"));
    }

    @Test
    void what_is_heard_again_changes_nothing() {
        var id = alice.orders();
        var messageId = UUID.randomUUID().toString();

        alice.others.tell(Buyer.paidEvent(id), messageId);
        alice.others.tell(Buyer.paidEvent(id), messageId);
        alice.paid(id);
        alice.awaits(id, "PAYMENT_COMPLETED");
        alice.reserved(id);
        alice.reserved(id);
        alice.awaits(id, "ORDER_CONFIRMED");
        alice.paid(id);
        alice.unavailableAfterAll(id);

        assertThat(alice.steps(id))
                .containsExactly("OrderInitiated", "OrderCreated", "PaymentProcessed", "InventoryReserved");
        assertThat(alice.told("stock.reserve", id)).isEqualTo(1);
        assertThat(alice.told("order.confirmed", id)).isEqualTo(1);
    }

    @Test
    void word_of_the_books_that_overtakes_word_of_the_money_is_heard_again() {
        var id = alice.orders();

        alice.reserved(id);
        alice.paid(id);

        alice.awaits(id, "ORDER_CONFIRMED");
        assertThat(alice.deadLetters(id)).isZero();
    }

    @Test
    void word_for_an_order_that_has_ended_is_no_failure() {
        var id = alice.orders();
        assertThat(cancel(id)).isEqualTo(202);
        alice.awaits(id, "ORDER_CANCELLED");
        // of another order: a payment is either rejected or processed, and who hears both knows that one is wrong
        var unpaid = alice.orders();
        assertThat(cancel(unpaid)).isEqualTo(202);
        alice.awaits(unpaid, "ORDER_CANCELLED");

        alice.rejected(unpaid);
        alice.reserved(id);
        alice.unavailable(id);
        alice.paid(id);

        await().untilAsserted(() -> assertThat(alice.steps(id)).endsWith("OrderCancelled", "PaymentProcessed"));
        assertThat(alice.order(id).path("reason").asText()).isEqualTo("CANCELLED_BY_BUYER");
        assertThat(alice.deadLetters(id)).isZero();
        assertThat(alice.deadLetters(unpaid)).isZero();
    }

    @Test
    void what_cannot_be_is_a_dead_letter_and_harms_nothing() {
        var id = alice.orders();
        alice.paid(id);
        alice.awaits(id, "PAYMENT_COMPLETED");
        var stranger = UUID.randomUUID();

        alice.rejected(id);
        alice.reserved(stranger);

        await().untilAsserted(() -> assertThat(alice.deadLetters(id)).isEqualTo(1));
        await().untilAsserted(() -> assertThat(alice.deadLetters(stranger)).isEqualTo(1));
        alice.reserved(id);
        alice.awaits(id, "ORDER_CONFIRMED");
    }

    private List<UUID> placed(int count) {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            ids.add(alice.orders());
        }
        return ids;
    }

    private int cancel(UUID id) {
        return alice.post("/api/orders/" + id + "/cancel").status();
    }

    private static void atOnce(Runnable one, Runnable other) {
        CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(other))
                .join();
    }
}
