package bookstore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.ordering.Cancellation;
import bookstore.ordering.NewOrder;
import bookstore.ordering.Order;
import bookstore.ordering.saga.OrderingProcess;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ordering that is simulated does what Camel's routes and PostgreSQL do, whatever an order hears in which order. */
class SimulatedOrderingTest {

    private static final int COURSES = 12;
    private static final int STEPS = 7;

    /** What others see of an order and its saga. */
    private record Seen(String status, String reason, boolean paid, boolean refunded, String saga, List<String> told) {

        static Seen of(Order order, String saga, List<String> told) {
            return new Seen(
                    order.status().name(),
                    String.valueOf(order.reason()),
                    order.paymentReference() != null,
                    order.isRefunded(),
                    saga,
                    told);
        }
    }

    @Test
    void an_order_fares_the_same_in_the_simulation_and_in_the_shop() {
        try (var shop = OrderingProcess.start()) {
            for (var seed = 1; seed <= COURSES; seed++) {
                course(seed, shop);
            }
        }
    }

    private static void course(long seed, OrderingProcess shop) {
        var world = new World(seed, Set.of(), false);
        world.calm = true;
        var id = shop.places();
        var simulated = new OrderingContext(world, new Broker(world));
        simulated.place(like(shop.find(id).orElseThrow()));
        var heard = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            var what = world.below(8);
            heard.add(String.valueOf(what));
            var refused = fails(() -> simulate(what, id, simulated));
            undoes(simulated);
            assertThat(fails(() -> happens(what, id, shop)))
                    .as("seed %d after %s", seed, heard)
                    .isEqualTo(refused);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(seen(id, shop))
                            .as("seed %d after %s", seed, heard)
                            .isEqualTo(seen(id, simulated)));
        }
    }

    private static void simulate(int what, UUID id, OrderingContext simulated) {
        switch (what) {
            case 0, 1, 2, 3, 4 -> simulated.database.transaction(() -> simulated.handle(word(what, id)));
            case 5 -> simulated.cancel(id);
            case 6 -> simulated.undoByOperator(id);
            default -> simulated.world.now += OrderingContext.TIMEOUT;
        }
    }

    private static void happens(int what, UUID id, OrderingProcess shop) {
        var word = what < 5 ? word(what, id) : null;
        switch (what) {
            case 0 ->
                shop.hears("direct:ordering-accept-payment", word, () -> shop.ordering()
                        .noteLatePayment((PaymentProcessed) word));
            case 1 -> shop.sends("direct:ordering-reject-payment", word);
            case 2 -> shop.hears("direct:ordering-confirm-order", word, () -> {});
            case 3 -> shop.sends("direct:ordering-miss-stock", word);
            case 4 -> shop.sends("direct:ordering-note-refund", word);
            case 5 -> refusedIsFine(() -> shop.sends("direct:ordering-call-off-order", Cancellation.byBuyer(id)));
            case 6 ->
                refusedIsFine(() -> shop.console().compensate(shop.sagaOf(id).id()));
            default -> shop.timesOut();
        }
    }

    private static Message word(int what, UUID id) {
        return switch (what) {
            case 0 -> new PaymentProcessed(id, "ch_1", 2580, "EUR", Instant.EPOCH);
            case 1 -> new PaymentRejected(id, "CARD_DECLINED", Instant.EPOCH);
            case 2 -> new InventoryReserved(id, Instant.EPOCH);
            case 3 -> new InventoryUnavailable(id, List.of(), Instant.EPOCH);
            default -> new RefundProcessed(id, "re_1", 2580, "EUR", Instant.EPOCH);
        };
    }

    /** A refusal of a wish is an answer in the simulation. */
    private static void refusedIsFine(Runnable wish) {
        fails(wish);
    }

    private static boolean fails(Runnable what) {
        try {
            what.run();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static void undoes(OrderingContext simulated) {
        while (simulated.sagas.nextAt() <= simulated.world.now) {
            var worker = simulated.worker();
            while (worker.goOn()) {
                // the next stage
            }
        }
    }

    private static Seen seen(UUID id, OrderingProcess shop) {
        return Seen.of(shop.find(id).orElseThrow(), shop.sagaOf(id).status().name(), shop.told(id));
    }

    private static Seen seen(UUID id, OrderingContext simulated) {
        var order = simulated.orders.get(id);
        var told = simulated.outbox.rows().keySet().stream()
                .map(number -> simulated.told.get(number).message().getClass())
                .map(type -> MessageType.of(type).routingKey())
                .toList();
        return Seen.of(order, simulated.sagas.status(order.sagaId()).name(), told);
    }

    private static NewOrder like(Order order) {
        return new NewOrder(
                order.id(),
                order.buyerId(),
                order.email(),
                "PAYS",
                order.lines(),
                order.shippingAddress(),
                "basket",
                1,
                order.placedAt(),
                order.id().toString());
    }
}
