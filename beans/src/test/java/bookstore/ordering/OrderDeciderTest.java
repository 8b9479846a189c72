package bookstore.ordering;

import static bookstore.ordering.OrderFixture.ID;
import static bookstore.ordering.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.PermanentFailure;
import bookstore.shared.Refusal;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever an order hears, wherever it stands: all orders that there can be, with all that they can hear. */
class OrderDeciderTest {

    private static final Map<String, Function<Order, Decision>> EVENTS = new LinkedHashMap<>();

    static {
        var paid = new PaymentProcessed(ID, "ch_1", 2580, "EUR", NOW);
        EVENTS.put("paid", order -> OrderDecider.paid(order, true, paid));
        EVENTS.put("paid too late", order -> OrderDecider.paid(order, false, paid));
        EVENTS.put("rejected", order -> OrderDecider.rejected(order, new PaymentRejected(ID, "CARD_DECLINED", NOW)));
        EVENTS.put("held", order -> OrderDecider.held(order, NOW));
        EVENTS.put("missed", OrderDecider::missed);
        EVENTS.put(
                "refunded", order -> OrderDecider.refunded(order, new RefundProcessed(ID, "re_1", 2580, "EUR", NOW)));
        EVENTS.put("cancelled", order -> OrderDecider.calledOff(order, Cancellation.byBuyer(ID)));
        for (var cause : UndoCause.values()) {
            EVENTS.put("payment undone " + cause, order -> OrderDecider.undoPayment(order, cause));
            EVENTS.put("order undone " + cause, order -> OrderDecider.undoOrder(order, cause, NOW));
        }
    }

    @Test
    void every_step_is_an_edge_and_one_version() {
        eachDecision((event, before, decision) -> {
            var last = before;
            for (var step : decision.steps()) {
                assertThat(step.before()).as(event).isEqualTo(last.status());
                assertThat(step.changed().version()).as(event).isEqualTo(last.version() + 1);
                assertThat(step.changed().status())
                        .as(event)
                        .matches(status ->
                                status == step.before() || step.before().canBecome(status));
                last = step.changed();
            }
            assertThat(last).as(event).isEqualTo(decision.order());
        });
    }

    @Test
    void what_is_heard_twice_says_nothing_new() {
        eachDecision((event, before, decision) -> tried(EVENTS.get(event), decision.order())
                .ifPresent(again -> {
                    assertThat(again.steps()).as(event + " after " + before).isEmpty();
                    assertThat(again.told()).as(event + " after " + before).isEmpty();
                }));
    }

    @Test
    void a_refund_is_asked_for_again_exactly_while_it_is_waited_for() {
        for (var order : reachable()) {
            var isWaiting = order.status() == OrderStatus.COMPENSATION_STARTED && !order.isRefunded();
            var asked = OrderDecider.askAgainForRefund(order);

            assertThat(asked.steps()).isEmpty();
            assertThat(asked.told())
                    .isEqualTo(isWaiting ? List.of(new RefundPayment(ID, String.valueOf(order.reason()))) : List.of());
        }
    }

    @Test
    void an_end_is_told_when_it_is_reached_and_is_for_ever() {
        eachDecision((event, before, decision) -> {
            var ends = decision.told().stream()
                    .filter(message -> message instanceof OrderConfirmed || message instanceof OrderCancelled)
                    .count();
            var reached = !before.status().isEnd() && decision.order().status().isEnd();
            assertThat(ends).as(event + " after " + before).isEqualTo(reached ? 1 : 0);
            assertThat(before.status().isEnd()
                            && before.status() != decision.order().status())
                    .as(event + " after " + before)
                    .isFalse();
        });
    }

    @Test
    void nothing_but_money_and_books_confirms_and_who_is_confirmed_keeps_its_money() {
        eachDecision((event, before, decision) -> {
            if (decision.order().status() == OrderStatus.ORDER_CONFIRMED) {
                assertThat(decision.order().paymentReference()).as(event).isNotNull();
                assertThat(decision.order().isRefunded()).as(event).isFalse();
            }
        });
    }

    @Test
    void who_is_cancelled_is_told_why() {
        eachDecision((event, before, decision) -> {
            if (decision.order().status() == OrderStatus.ORDER_CANCELLED) {
                assertThat(decision.order().reason())
                        .as(event + " after " + before)
                        .isNotNull();
            }
        });
    }

    private interface Check {
        void check(String event, Order before, Decision decision);
    }

    private static void eachDecision(Check check) {
        var orders = reachable();
        assertThat(orders).hasSizeGreaterThan(20);
        for (var order : orders) {
            EVENTS.forEach(
                    (event, decide) -> tried(decide, order).ifPresent(decision -> check.check(event, order, decision)));
        }
    }

    /** All orders that can come of a new one. */
    private static Set<Order> reachable() {
        var begun = new InMemoryOrders();
        begun.add(OrderFixture.order());
        Set<Order> seen = new LinkedHashSet<>(Set.of(begun.lock(ID)));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var order = open.pop();
            EVENTS.values().forEach(decide -> tried(decide, order)
                    .map(Decision::order)
                    .filter(seen::add)
                    .ifPresent(open::add));
        }
        return seen;
    }

    /** Empty if that contradicts the order. */
    private static Optional<Decision> tried(Function<Order, Decision> decide, Order order) {
        try {
            return Optional.of(decide.apply(order));
        } catch (PermanentFailure | Refusal | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
