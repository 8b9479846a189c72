package bookstore.finance.postgres;

import bookstore.catalog.events.BookCreated;
import bookstore.finance.EndedOrders;
import bookstore.finance.Payments;
import bookstore.finance.Reconciliation;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.finance.simulator.SimulatedProvider;
import bookstore.inventory.Stock;
import bookstore.inventory.commands.ReserveStock;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.notification.Notifier;
import bookstore.ordering.Address;
import bookstore.ordering.NewOrder;
import bookstore.ordering.OrderLine;
import bookstore.ordering.Ordering;
import bookstore.ordering.UndoCause;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.Money;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Takes orders through ordering, finance, inventory and notification, by their own classes and databases; only the broker
 * between them is left out. Of ten orders one has a bad card, and one comes when the books are gone.
 */
final class OrderMill implements AutoCloseable {

    private static final int CHUNK = 250;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Address HOME = new Address("Alice", "Main Street 1", null, "Berlin", "10115", "DE");

    private final AnnotationConfigApplicationContext beans =
            new AnnotationConfigApplicationContext(OrderMillParts.class);
    private final Map<String, ContextDatabase> databases = beans.getBeansOfType(ContextDatabase.class).values().stream()
            .collect(Collectors.toMap(ContextDatabase::context, database -> database));
    private final Ordering ordering = beans.getBean(Ordering.class);
    private final Payments payments = beans.getBean(Payments.class);
    private final SimulatedProvider provider = beans.getBean(SimulatedProvider.class);
    private final EndedOrders endedOrders = beans.getBean(EndedOrders.class);
    private final Stock stock = beans.getBean(Stock.class);
    private final Notifier notifier = beans.getBean(Notifier.class);

    OrderMill() {
        change("finance", "alter table ledger_entries disable trigger user");
        change(
                "finance",
                "truncate payments, simulator_charges, simulator_refunds, ended_orders, recon_findings, recon_runs,"
                        + " ledger_entries, outbox, inbox, dead_letters");
        change("finance", "alter table ledger_entries enable trigger user");
        change("ordering", "truncate orders, order_lines, order_timeline, outbox, inbox, given_answers");
        change("inventory", "truncate stock, movements, reservations, reserved_lines, outbox, inbox");
        change("notification", "truncate mails, addressees, outbox, inbox");
    }

    void run(int orders) {
        var halves = IntStream.range(0, 2)
                .mapToObj(half -> CompletableFuture.runAsync(() -> {
                    for (var from = half * CHUNK; from < orders; from += 2 * CHUNK) {
                        run(IntStream.range(from, from + CHUNK)
                                .mapToObj(Wish::new)
                                .toList());
                    }
                }))
                .toList();
        halves.forEach(CompletableFuture::join);
        deliver();
    }

    Reconciliation reconciliation() {
        return beans.getBean(Reconciliation.class);
    }

    long count(String context, String sql) {
        return databases.get(context).jdbc().sql(sql).query(Long.class).single();
    }

    void change(String context, String sql, Object... parameters) {
        databases.get(context).jdbc().sql(sql).params(parameters).update();
    }

    void falsifyLedger(UUID order) {
        change("finance", "alter table ledger_entries disable trigger user");
        change("finance", "delete from ledger_entries where order_id = ?", order);
        change("finance", "alter table ledger_entries enable trigger user");
    }

    List<UUID> confirmed(int number) {
        return databases
                .get("ordering")
                .jdbc()
                .sql("select id from orders where status = 'ORDER_CONFIRMED' order by id limit ?")
                .param(number)
                .query(UUID.class)
                .list();
    }

    @Override
    public void close() {
        beans.close();
    }

    /** What a buyer wants, and what will come of it. */
    private record Wish(int number, UUID id, UUID book) {

        Wish(int number) {
            this(number, UUID.randomUUID(), UUID.randomUUID());
        }

        boolean isPaid() {
            return number % 10 != 0;
        }

        boolean isInStock() {
            return number % 10 != 1;
        }

        boolean isConfirmed() {
            return isPaid() && isInStock();
        }

        NewOrder order() {
            var lines = List.of(new OrderLine(book, "Dune", 2, Money.of("12.90", "EUR")));
            var token = isPaid() ? "tok_visa" : "tok_declined";
            return new NewOrder(
                    id, "alice", "alice@example.org", token, lines, HOME, "basket-" + id, 1, NOW, "saga-" + id);
        }
    }

    /** Each line is what one context does on hearing from another, in one transaction for all of the chunk. */
    private void run(List<Wish> wishes) {
        in("ordering", wishes, wish -> ordering.begin(wish.order()));
        in("notification", wishes, wish -> notifier.created(wish.order().created()));
        in("finance", wishes, wish -> payments.open(wish.order().created()));
        in("finance", wishes, this::charge);
        in("ordering", wishes, this::heardOfMoney);
        in("inventory", wishes, this::reserve);
        in("ordering", wishes, this::heardOfBooks);
        in("finance", wishes, this::refund);
        in("ordering", wishes, this::end);
        in("finance", wishes, this::ended);
        in("inventory", wishes, wish -> {
            if (wish.isConfirmed()) {
                stock.ship(confirmed(wish));
            } else {
                stock.release(cancelled(wish));
            }
        });
        in("notification", wishes, this::write);
    }

    private void in(String context, List<Wish> wishes, Consumer<Wish> step) {
        databases.get(context).transaction().executeWithoutResult(status -> wishes.forEach(step));
    }

    private void charge(Wish wish) {
        var request = payments.attempt(wish.id()).orElseThrow().charge();
        payments.settle(provider.answer(request).answer());
    }

    private void heardOfMoney(Wish wish) {
        if (wish.isPaid()) {
            ordering.acceptPayment(paid(wish));
        } else {
            ordering.rejectPayment(new PaymentRejected(wish.id(), "CARD_DECLINED", NOW));
        }
    }

    private void reserve(Wish wish) {
        if (wish.isPaid()) {
            var copies = wish.isInStock() ? 2 : 1;
            stock.receive(new BookCreated(wish.book(), "", "Dune", List.of(), 1290, "EUR", copies, 1, NOW));
            stock.reserve(new ReserveStock(wish.id(), List.of(new ReserveStock.Line(wish.book(), 2))));
        }
    }

    private void heardOfBooks(Wish wish) {
        if (wish.isConfirmed()) {
            ordering.confirm(wish.id());
        } else if (wish.isPaid()) {
            ordering.missStock(new InventoryUnavailable(wish.id(), List.of(wish.book()), NOW));
        }
    }

    private void refund(Wish wish) {
        if (wish.isPaid() && !wish.isInStock()) {
            var answer = provider.answer(
                            payments.refundDue(wish.id()).orElseThrow().refund())
                    .answer();
            payments.refunded(answer);
        }
    }

    private void end(Wish wish) {
        if (!wish.isConfirmed()) {
            if (wish.isPaid()) {
                ordering.noteRefund(new RefundProcessed(wish.id(), "sim_re", 2580, "EUR", NOW));
            }
            ordering.undoBegin(wish.id(), UndoCause.TIMED_OUT);
        }
    }

    private void ended(Wish wish) {
        if (wish.isConfirmed()) {
            endedOrders.confirmed(confirmed(wish));
        } else {
            payments.cancel(cancelled(wish));
            endedOrders.cancelled(cancelled(wish));
        }
    }

    private void write(Wish wish) {
        if (wish.isPaid()) {
            notifier.paid(paid(wish));
        }
        if (wish.isConfirmed()) {
            notifier.confirmed(confirmed(wish));
        } else {
            notifier.cancelled(cancelled(wish));
        }
    }

    /** All that was told is sent, and what finance hears it has heard. */
    private void deliver() {
        databases.keySet().forEach(context -> change(context, "update outbox set published_at = now()"));
        var heard = databases
                .get("ordering")
                .jdbc()
                .sql(
                        "select 'finance.' || routing_key || ' ' || message_id from outbox where exchange = 'ordering.events'")
                .query(String.class)
                .list();
        change("finance", "insert into inbox (consumed) select unnest(?)", (Object) heard.toArray(String[]::new));
    }

    private static PaymentProcessed paid(Wish wish) {
        return new PaymentProcessed(wish.id(), "sim_ch_" + wish.id(), 2580, "EUR", NOW);
    }

    private static OrderConfirmed confirmed(Wish wish) {
        return new OrderConfirmed(wish.id(), "alice", "alice@example.org", 2580, "EUR", NOW);
    }

    private static OrderCancelled cancelled(Wish wish) {
        return new OrderCancelled(wish.id(), "alice", "alice@example.org", "OUT_OF_STOCK", NOW);
    }
}
