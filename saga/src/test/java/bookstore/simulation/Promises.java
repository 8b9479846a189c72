package bookstore.simulation;

import static bookstore.ordering.OrderStatus.ORDER_CANCELLED;
import static bookstore.ordering.OrderStatus.ORDER_CONFIRMED;

import bookstore.finance.Payment;
import bookstore.ordering.Order;
import bookstore.ordering.OrderStatus;
import bookstore.ordering.TimelineEntry;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.saga.SagaStatus;
import bookstore.shared.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What must be so when everything has come to rest, whatever has happened before. */
final class Promises {

    private final Schedule schedule;
    private final Shop shop;
    private final List<String> broken = new ArrayList<>();

    Promises(Schedule schedule) {
        this.schedule = schedule;
        this.shop = schedule.shop;
    }

    List<String> broken() {
        schedule.accepted.forEach(id -> check(shop.ordering.orders.find(id).isPresent(), "I1: lost order", id));
        shop.ordering.orders.all().forEach(this::check);
        shop.contexts.forEach(this::messages);
        stock();
        check(shop.broker.deadLetters.isEmpty(), "I8: dead letters", shop.broker.deadLetters);
        return broken;
    }

    private void check(Order order) {
        check(order.status().isEnd(), "I2: never ends", order.id(), order.status());
        money(order);
        books(order);
        mail(order);
        timeline(order);
        saga(order);
    }

    private void money(Order order) {
        var confirmed = order.status() == ORDER_CONFIRMED;
        var charge = shop.provider.book.get(order.id());
        var payment = shop.finance.payments.find(order.id());
        var captures = charge == null ? 0 : charge.captures;
        var refunds = charge == null ? 0 : charge.refunds;
        check(captures - refunds == (confirmed ? 1 : 0), "I3: captured, refunded", captures, refunds, order.status());
        check(captures <= 1 && refunds <= 1, "I4: times captured, refunded", captures, refunds);
        check(charge == null || charge.amount == order.total().minor(), "I3: another sum was captured");
        var ours = payment.map(row -> row.payment().state() == Payment.State.CAPTURED)
                .orElse(false);
        check(ours == (captures == 1), "I3: our book says captured", ours);
        var back = payment.map(row -> row.refund() == FinanceContext.Refund.PROCESSED)
                .orElse(false);
        check(back == (refunds == 1), "I3: our book says refunded", back);
    }

    private void books(Order order) {
        var state = shop.inventory
                .reservations
                .find(order.id())
                .map(InventoryContext.Reservation::state)
                .orElse(null);
        check(
                (state == InventoryContext.State.SOLD) == (order.status() == ORDER_CONFIRMED),
                "I5: books, order",
                String.valueOf(state),
                order.status());
        check(state != InventoryContext.State.HELD, "I6: books of an ended order are held");
    }

    private void stock() {
        shop.inventory.stock.rows().forEach((book, level) -> {
            var sold = shop.ordering.orders.all().stream()
                    .filter(order -> order.status() == ORDER_CONFIRMED)
                    .flatMap(order -> order.lines().stream())
                    .filter(line -> line.bookId().equals(book))
                    .mapToInt(line -> line.quantity())
                    .sum();
            check(level.reserved() == 0, "I5: held for nobody", level);
            check(
                    level.onHand() == shop.firstStock.get(book) - sold && level.onHand() >= 0,
                    "I5: on hand",
                    level,
                    sold);
        });
    }

    private void mail(Order order) {
        mail(order.id() + ".confirmed", order.status() == ORDER_CONFIRMED);
        mail(order.id() + ".cancelled", order.status() == ORDER_CANCELLED);
    }

    private void mail(String key, boolean due) {
        var copies = shop.notification.sink.getOrDefault(key, 0);
        var excused = shop.notification.excused.getOrDefault(key, 0);
        check(due ? copies >= 1 && copies <= 1 + excused : copies == 0, "I7: mails", copies, key);
    }

    private void timeline(Order order) {
        var version = 2;
        var last = OrderStatus.PAYMENT_PENDING;
        for (TimelineEntry entry : shop.ordering.timelines.get(order.id())) {
            check(entry.version() == ++version, "I10: version is left out before", entry);
            var stays = entry.from() == entry.to();
            check(entry.from() == last && (stays || last.canBecome(entry.to())), "I10: no such edge", entry, last);
            last = entry.to();
        }
        check(last == order.status(), "I10: the timeline ends with", last);
        check(order.status() != ORDER_CANCELLED || order.reason() != null, "I10: cancelled for no reason");
        var ends = shop.ordering.outbox.rows().keySet().stream()
                .map(id -> Objects.requireNonNull(shop.ordering.told.get(id)).message())
                .filter(message -> message instanceof OrderConfirmed c
                                && c.orderId().equals(order.id())
                        || message instanceof OrderCancelled x && x.orderId().equals(order.id()))
                .count();
        check(ends == 1, "I10: ends that were told", ends);
    }

    private void saga(Order order) {
        var status = shop.ordering.sagas.status(order.sagaId());
        var confirmed = order.status() == ORDER_CONFIRMED;
        check(
                status == (confirmed ? SagaStatus.COMPLETED : SagaStatus.COMPENSATED),
                "I10: saga, order",
                status,
                order.status());
        for (var step = 1; step <= shop.ordering.sagas.steps(order.sagaId()); step++) {
            var done = shop.ordering.sagas.done.find(order.sagaId() + step).orElse(0);
            check(done == (confirmed ? 0 : 1), "I10: step, times undone", step, done);
        }
    }

    private void messages(Context context) {
        var committed = context.outbox.rows().keySet();
        context.told
                .keySet()
                .forEach(id -> check(
                        committed.contains(id) == shop.broker.published.contains(id),
                        "I9: committed but not published, or published but not committed",
                        context.told.get(id)));
        for (var listener : shop.contexts) {
            committed.stream()
                    .map(context.told::get)
                    .filter(envelope -> listener.hears(envelope.message()))
                    .filter(envelope -> !(listener == shop.finance && envelope.message() instanceof Command))
                    .forEach(envelope -> heardOnce(listener, envelope));
        }
    }

    private void heardOnce(Context listener, Broker.Envelope envelope) {
        var times = listener.inbox.find(envelope.id()).orElse(0);
        if (times == 0 && shop.broker.discarded.contains(envelope.id())) {
            return;
        }
        check(times == 1, "I8: times handled", times, listener.name, envelope);
    }

    private void check(boolean kept, String promise, Object... details) {
        if (!kept) {
            broken.add(promise + " " + List.of(details));
        }
    }
}
