package bookstore.simulation;

import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.ordering.Cancellation;
import bookstore.ordering.Decision;
import bookstore.ordering.NewOrder;
import bookstore.ordering.Order;
import bookstore.ordering.OrderDecider;
import bookstore.ordering.TimelineEntry;
import bookstore.ordering.UndoCause;
import bookstore.saga.SimulatedSagas;
import bookstore.shared.Message;
import bookstore.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Orders and their sagas. What is decided is {@link OrderDecider}'s; when the saga is asked follows the shop's routes. */
final class OrderingContext extends Context {

    static final long TIMEOUT = 60;
    private static final String UNDO_ORDER = "undo-place-order";
    private static final String UNDO_PAYMENT = "undo-take-payment";

    final Database.Table<UUID, Order> orders = database.table();
    final Database.Table<UUID, List<TimelineEntry>> timelines = database.table();
    final SimulatedSagas sagas = new SimulatedSagas(database);

    OrderingContext(World world, Broker broker) {
        super("ordering", world, broker);
        sagas.fenced = !world.has(Defect.NO_FENCE);
        sagas.expiring = !world.has(Defect.TIMEOUT_IGNORED);
        sagas.decidedOnce = !world.has(Defect.SECOND_DECISION);
    }

    /** Places an order, once for each id. */
    void place(NewOrder order) {
        database.transaction(() -> {
            if (orders.find(order.id()).isPresent()) {
                return;
            }
            sagas.begin(order.sagaId(), world.now + TIMEOUT);
            sagas.enlist(order.sagaId(), UNDO_ORDER);
            orders.put(order.id(), order.begun());
            timelines.put(order.id(), List.of());
            tell(order.created());
            dieAtTimes();
        });
    }

    void cancel(UUID orderId) {
        try {
            database.transaction(() -> {
                follow(OrderDecider.calledOff(orders.get(orderId), Cancellation.byBuyer(orderId)));
                compensate(orderId, "asked");
                dieAtTimes();
            });
            world.happened(Fault.BUYER_CANCELLED);
        } catch (Refusal e) {
            world.happened(Fault.BUYER_REFUSED);
        }
    }

    /** As over JMX: only the saga is told. */
    void undoByOperator(UUID orderId) {
        database.transaction(() -> {
            if (sagas.compensate(saga(orderId), "asked by an operator", world.now)) {
                world.happened(Fault.UNDONE_BY_OPERATOR);
            }
        });
    }

    @Override
    boolean hears(Message message) {
        return message instanceof PaymentProcessed
                || message instanceof PaymentRejected
                || message instanceof InventoryReserved
                || message instanceof InventoryUnavailable
                || message instanceof RefundProcessed;
    }

    @Override
    void handle(Message message) {
        if (message instanceof PaymentProcessed event) {
            paid(event);
        } else if (message instanceof PaymentRejected event) {
            follow(OrderDecider.rejected(orders.get(event.orderId()), event));
            compensate(event.orderId(), "asked");
        } else if (message instanceof InventoryReserved event) {
            held(event);
        } else if (message instanceof InventoryUnavailable event) {
            follow(OrderDecider.missed(orders.get(event.orderId())));
            compensate(event.orderId(), "asked");
        } else if (message instanceof RefundProcessed event) {
            follow(OrderDecider.refunded(orders.get(event.orderId()), event));
            sagas.wake(saga(event.orderId()), world.now);
        }
    }

    private void paid(PaymentProcessed event) {
        var open = sagas.enlist(saga(event.orderId()), UNDO_PAYMENT);
        if (!open) {
            world.happened(Fault.PAID_TOO_LATE);
        }
        follow(OrderDecider.paid(orders.get(event.orderId()), open || world.has(Defect.HEARD_AFTER_END), event));
    }

    private void held(InventoryReserved event) {
        if (sagas.complete(saga(event.orderId()), world.now) || world.has(Defect.HEARD_AFTER_END)) {
            follow(OrderDecider.held(orders.get(event.orderId()), Instant.EPOCH));
        } else {
            world.happened(Fault.HELD_TOO_LATE);
        }
    }

    private void compensate(UUID orderId, String reason) {
        if (!sagas.compensate(saga(orderId), reason, world.now)) {
            throw new IllegalStateException("the saga of order " + orderId + " is completed");
        }
    }

    private String saga(UUID orderId) {
        return orders.get(orderId).sagaId();
    }

    private Order follow(Decision decision) {
        for (var step : decision.steps()) {
            var order = step.changed();
            orders.put(order.id(), order);
            var timeline = new ArrayList<>(timelines.get(order.id()));
            timeline.add(new TimelineEntry(
                    order.version(), Instant.EPOCH, step.event(), step.before(), order.status(), order.reason()));
            timelines.put(order.id(), timeline);
            world.trace("order", order.id(), step.event(), order.status());
        }
        decision.told().forEach(this::tell);
        return decision.order();
    }

    /** A worker of the saga service, from the claim to the end or the next wait. */
    Task worker() {
        return new Task(
                () -> database.transaction(() -> sagas.claim(world.now))
                        .map(this::turn)
                        .orElse(null),
                () -> {});
    }

    private Task.Stage turn(SimulatedSagas.Held held) {
        world.trace("claimed", held.id());
        return () ->
                sagas.turn(held).<Task.Stage>map(turn -> () -> take(held, turn)).orElse(() -> finish(held));
    }

    private Task.Stage take(SimulatedSagas.Held held, SimulatedSagas.Turn turn) {
        try {
            var done = database.transaction(() -> {
                var undone = undo(held, turn);
                keep(undone ? sagas.done(held, turn, world.now) : sagas.pending(held, turn, world.now));
                dieAtTimes();
                return undone;
            });
            return done ? turn(held) : null;
        } catch (Lost e) {
            return null;
        } catch (UndoFailed e) {
            return failed(held, turn);
        }
    }

    private Task.Stage failed(SimulatedSagas.Held held, SimulatedSagas.Turn turn) {
        try {
            database.transaction(() -> {
                var forgotten = world.has(Defect.UNDO_NOT_RETRIED);
                keep(forgotten ? sagas.done(held, turn, world.now) : sagas.failed(held, world.now));
            });
            return world.has(Defect.UNDO_NOT_RETRIED) ? turn(held) : null;
        } catch (Lost e) {
            return null;
        }
    }

    private Task.Stage finish(SimulatedSagas.Held held) {
        try {
            database.transaction(() -> keep(sagas.finish(held)));
        } catch (Lost e) {
            world.trace("lost", held.id());
        }
        return null;
    }

    private void keep(boolean kept) {
        if (!kept) {
            world.happened(Fault.LEASE_LOST);
            throw new Lost();
        }
    }

    private boolean undo(SimulatedSagas.Held held, SimulatedSagas.Turn turn) {
        if (world.strikes(Fault.UNDO_FAILED, 12)) {
            throw new UndoFailed();
        }
        if (held.timedOut()) {
            world.happened(Fault.TIMED_OUT);
        }
        var cause = held.timedOut() ? UndoCause.TIMED_OUT : UndoCause.BY_SHOP;
        var order = orders.get(UUID.fromString(held.id()));
        if (turn.uri().equals(UNDO_PAYMENT)) {
            var given = follow(OrderDecider.undoPayment(order, cause));
            if (turn.isAskedAgain() && !world.has(Defect.REFUND_ASKED_ONCE)) {
                follow(OrderDecider.askAgainForRefund(given));
            }
            return given.isRefunded();
        }
        follow(OrderDecider.undoOrder(order, cause, Instant.EPOCH));
        return true;
    }

    private static final class Lost extends RuntimeException {}

    private static final class UndoFailed extends RuntimeException {}
}
