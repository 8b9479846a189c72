package bookstore.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.events.BookCreated;
import bookstore.finance.Payment;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.Payments;
import bookstore.finance.ReconciliationSettings;
import bookstore.finance.postgres.FinancePostgres;
import bookstore.inventory.Stock;
import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.postgres.InventoryPostgres;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.MessageType;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.ContextWiring;
import bookstore.shared.postgres.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The payments and the stock that are simulated do what those on PostgreSQL do, whatever they hear in which order. */
class SimulatedPartsTest {

    private static final int COURSES = 60;
    private static final int STEPS = 9;
    private static final AnnotationConfigApplicationContext SHOP = new AnnotationConfigApplicationContext();

    @BeforeAll
    static void open() {
        SHOP.registerBean(ReconciliationSettings.class, () -> new ReconciliationSettings(Duration.ofHours(1)));
        SHOP.register(ContextWiring.class, FinancePostgres.class, InventoryPostgres.class);
        SHOP.refresh();
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void payments_fare_the_same_in_the_simulation_and_on_postgres() {
        for (var seed = 1; seed <= COURSES; seed++) {
            var world = calm(seed);
            var simulated = new FinanceContext(world, new Broker(world), new Provider(world));
            var id = UUID.randomUUID();
            for (var step = 0; step < STEPS; step++) {
                var what = world.below(9);
                assertThat(pay(what, id)).as("seed %d: %d", seed, what).isEqualTo(pay(what, id, simulated));
                assertThat(told("finance", id)).as("seed %d: %d", seed, what).isEqualTo(told(simulated));
            }
        }
    }

    private static String pay(int what, UUID id) {
        var payments = SHOP.getBean(Payments.class);
        return tried(() -> inTransaction("finance", () -> switch (what) {
            case 0 -> none(() -> payments.open(created(id)));
            case 1 -> none(() -> payments.cancel(cancelled(id)));
            case 2 -> asked(payments.attempt(id).map(Payment::charge));
            case 3, 4, 5 -> none(() -> payments.settle(answer(what, id)));
            case 6 -> asked(payments.refundDue(id).map(Payment::refund));
            case 7 -> none(() -> payments.refunded(new Answer(id, Outcome.SUCCEEDED, "re_1")));
            default -> none(() -> payments.resume(Duration.ofSeconds(-1)));
        }));
    }

    private static String pay(int what, UUID id, FinanceContext payments) {
        return tried(() -> payments.database.transaction(() -> switch (what) {
            case 0 -> none(() -> payments.open(created(id)));
            case 1 -> none(() -> payments.cancel(cancelled(id)));
            case 2 -> asked(payments.attempt(id).map(Payment::charge));
            case 3, 4, 5 -> none(() -> known(payments, id, () -> payments.settle(answer(what, id))));
            case 6 -> asked(payments.refundDue(id).map(Payment::refund));
            case 7 ->
                none(() -> known(payments, id, () -> payments.refunded(new Answer(id, Outcome.SUCCEEDED, "re_1"))));
            default -> {
                payments.world.now += FinanceContext.QUIET;
                yield none(payments::resume);
            }
        }));
    }

    /** In the simulation nobody is answered who has not asked. */
    private static void known(FinanceContext payments, UUID id, Runnable answered) {
        if (payments.payments.find(id).isPresent()) {
            answered.run();
        }
    }

    private static Answer answer(int what, UUID id) {
        return switch (what) {
            case 3 -> new Answer(id, Outcome.SUCCEEDED, "ch_1");
            case 4 -> new Answer(id, Outcome.DECLINED, "CARD_DECLINED");
            default -> new Answer(id, Outcome.NOT_FOUND, "NOT_CHARGED");
        };
    }

    @Test
    void stock_fares_the_same_in_the_simulation_and_on_postgres() {
        for (var seed = 1; seed <= COURSES; seed++) {
            var world = calm(seed);
            var simulated = new InventoryContext(world, new Broker(world));
            var book = UUID.randomUUID();
            var copies = world.below(6);
            inTransaction(
                    "inventory", () -> none(() -> SHOP.getBean(Stock.class).receive(book(book, copies))));
            simulated.database.transaction(() -> simulated.stock.put(book, new InventoryContext.Level(copies, 0)));
            var orders = List.of(UUID.randomUUID(), UUID.randomUUID());
            for (var step = 0; step < STEPS; step++) {
                var id = world.oneOf(orders);
                var what = world.below(4);
                stock(what, id, book);
                stock(what, id, book, simulated);
                assertThat(level(book)).as("seed %d: %d", seed, what).isEqualTo(simulated.stock.get(book));
                assertThat(ends(orders)).as("seed %d: %d", seed, what).isEqualTo(told(simulated));
            }
        }
    }

    private static void stock(int what, UUID id, UUID book) {
        var stock = SHOP.getBean(Stock.class);
        inTransaction("inventory", () -> switch (what) {
            case 0, 1 -> none(() -> stock.reserve(reserve(id, book)));
            case 2 -> none(() -> stock.ship(confirmed(id)));
            default -> none(() -> stock.release(cancelled(id)));
        });
    }

    private static void stock(int what, UUID id, UUID book, InventoryContext stock) {
        stock.database.transaction(() -> switch (what) {
            case 0, 1 -> none(() -> stock.reserve(reserve(id, book)));
            case 2 -> none(() -> stock.ship(id));
            default -> none(() -> stock.release(id));
        });
    }

    @Test
    void real_parts_without_their_keys_are_found_out() {
        var id = UUID.randomUUID();
        var book = UUID.randomUUID();
        var stock = SHOP.getBean(Stock.class);
        var payments = SHOP.getBean(Payments.class);
        inTransaction("inventory", () -> none(() -> stock.receive(book(book, 5))));

        assertThat(without(
                        "inventory", "reservations_pkey on reservations, reserved_lines_pkey on reserved_lines", () -> {
                            stock.reserve(reserve(id, book));
                            stock.reserve(reserve(id, book));
                            return level(book).reserved();
                        }))
                .as("held twice")
                .isEqualTo(4);
        assertThat(without("finance", "payments_pkey on payments", () -> {
                    payments.open(created(id));
                    payments.open(created(id));
                    return told("finance", id).size();
                }))
                .as("charged twice")
                .isEqualTo(2);
        assertThat(without("finance", "inbox_pkey on inbox", () -> {
                    var inbox = new Inbox(database("finance"));
                    return inbox.add("queue 1") && inbox.add("queue 1");
                }))
                .as("heard twice")
                .isEqualTo(true);
        assertThat(level(book).reserved()).as("all of it was rolled back").isZero();
    }

    /** What becomes of it in a schema that lacks some keys; the schema has them again afterwards. */
    private static Object without(String context, String keys, Supplier<Object> work) {
        return database(context).transaction().execute(status -> {
            for (var key : keys.split(", ")) {
                var names = key.split(" on ");
                database(context)
                        .jdbc()
                        .sql("alter table " + names[1] + " drop constraint " + names[0] + " cascade")
                        .update();
            }
            status.setRollbackOnly();
            return work.get();
        });
    }

    private static World calm(long seed) {
        var world = new World(seed, Set.of(), false);
        world.calm = true;
        return world;
    }

    private static String none(Runnable work) {
        work.run();
        return "";
    }

    private static String asked(Optional<Request> request) {
        return request.map(asked -> asked.action() + " " + asked.reference()).orElse("nothing");
    }

    private static String tried(Supplier<String> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String inTransaction(String context, Supplier<String> work) {
        return database(context).transaction().execute(status -> work.get());
    }

    private static ContextDatabase database(String context) {
        return SHOP.getBean(context + "Database", ContextDatabase.class);
    }

    private static List<String> told(String context, UUID id) {
        return database(context)
                .jdbc()
                .sql("select routing_key from outbox where payload like '%' || ? || '%' order by seq")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    private static List<String> ends(List<UUID> orders) {
        return database("inventory")
                .jdbc()
                .sql("select routing_key from outbox where payload like any(array['%' || ? || '%', '%' || ? || '%'])"
                        + " order by seq")
                .params(orders.get(0).toString(), orders.get(1).toString())
                .query(String.class)
                .list();
    }

    private static List<String> told(Context simulated) {
        return simulated.outbox.rows().keySet().stream()
                .map(number -> simulated.told.get(number).message().getClass())
                .map(type -> MessageType.of(type).routingKey())
                .toList();
    }

    private static InventoryContext.Level level(UUID book) {
        return database("inventory")
                .jdbc()
                .sql("select on_hand, reserved from stock where book_id = ?")
                .param(book)
                .query(InventoryContext.Level.class)
                .single();
    }

    private static OrderCreated created(UUID id) {
        return new OrderCreated(id, "alice", "a@example.org", "PAYS", 100, "EUR", List.of(), "b", 1, Instant.EPOCH);
    }

    private static OrderCancelled cancelled(UUID id) {
        return new OrderCancelled(id, "alice", "a@example.org", "OUT_OF_STOCK", Instant.EPOCH);
    }

    private static OrderConfirmed confirmed(UUID id) {
        return new OrderConfirmed(id, "alice", "a@example.org", 100, "EUR", Instant.EPOCH);
    }

    private static ReserveStock reserve(UUID id, UUID book) {
        return new ReserveStock(id, List.of(new ReserveStock.Line(book, 2)));
    }

    private static BookCreated book(UUID id, int copies) {
        return new BookCreated(id, "", "A book", List.of(), 1290, "EUR", copies, 1, Instant.EPOCH);
    }
}
