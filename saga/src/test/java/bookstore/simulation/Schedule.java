package bookstore.simulation;

import bookstore.finance.ProviderUnavailable;
import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.RefundProcessed;
import bookstore.ordering.NewOrder;
import bookstore.shared.Command;
import bookstore.shared.Message;
import bookstore.shared.PermanentFailure;
import bookstore.simulation.Broker.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * One course of events: at any moment chance says which of all that may happen is next. For a while things go wrong too;
 * then everything has to come to rest.
 */
final class Schedule {

    private static final int LIMIT = 4000;
    private static final long[] RETRY_DELAYS = {1, 1, 5, 30};

    final World world;
    final Shop shop;
    final List<UUID> accepted = new ArrayList<>();
    private final List<NewOrder> unplaced;
    private final List<Runnable> wishes = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private boolean resting;

    private Schedule(long seed, Set<Defect> defects, boolean traced) {
        world = new World(seed, defects, traced);
        shop = new Shop(world);
        unplaced = new ArrayList<>(shop.wished);
    }

    /** Runs to the end. */
    static Schedule run(long seed, Set<Defect> defects, boolean traced) {
        var schedule = new Schedule(seed, defects, traced);
        var storm = 50 + schedule.world.below(250);
        for (var step = 0; step < LIMIT && !schedule.resting; step++) {
            schedule.world.calm = step >= storm;
            schedule.step();
        }
        return schedule;
    }

    /** What of all that the shop promises is not so; empty if all is well. */
    List<String> broken() {
        return resting ? new Promises(this).broken() : List.of("I2: it does not come to rest");
    }

    private void step() {
        var possible = possible();
        if (!possible.isEmpty()) {
            world.oneOf(possible).run();
        } else if (nextAt() < Long.MAX_VALUE) {
            world.now = Math.max(world.now + 1, nextAt());
        } else {
            resting = true;
        }
    }

    private List<Runnable> possible() {
        var possible = new ArrayList<Runnable>();
        if (!unplaced.isEmpty()) {
            possible.add(this::place);
        }
        if (!wishes.isEmpty() && world.oneIn(8)) {
            possible.add(() -> wishes.remove(world.below(wishes.size())).run());
        }
        var awake = tasks.stream().filter(task -> task.heldUntil <= world.now).toList();
        if (!awake.isEmpty()) {
            possible.add(() -> goOn(world.oneOf(awake)));
            possible.add(() -> goOn(world.oneOf(awake)));
        }
        if (tasks.size() < 8) {
            begin(possible);
        }
        if (!world.calm) {
            fail(possible);
        }
        return possible;
    }

    private void begin(List<Runnable> possible) {
        if (shop.broker.hasReady()) {
            possible.add(() -> tasks.add(handle(shop.broker.take())));
        }
        for (var context : shop.contexts) {
            if (context.hasToRelay()) {
                possible.add(() -> tasks.add(context.relay()));
            }
        }
        if (shop.ordering.sagas.nextAt() <= world.now) {
            possible.add(() -> tasks.add(shop.ordering.worker()));
        }
        if (shop.notification.nextAt() <= world.now) {
            possible.add(() -> tasks.add(shop.notification.postman()));
        }
        if (shop.finance.nextAt() <= world.now) {
            possible.add(shop.finance::resume);
        }
    }

    private void fail(List<Runnable> possible) {
        if (world.oneIn(6)) {
            possible.add(() -> world.now += 1 + world.below(15));
        }
        if (world.oneIn(40)) {
            possible.add(() -> world.now += 30 + world.below(60));
        }
        if (!tasks.isEmpty() && world.oneIn(10)) {
            possible.add(() -> {
                world.happened(Fault.KILLED_IN_THE_MIDDLE);
                tasks.remove(world.below(tasks.size())).kill();
            });
        }
        if (!tasks.isEmpty() && world.oneIn(40)) {
            possible.add(() -> {
                world.happened(Fault.PROCESS_KILLED);
                tasks.forEach(Task::kill);
                tasks.clear();
            });
        }
    }

    private long nextAt() {
        return LongStream.of(
                        shop.broker.nextAt(),
                        shop.ordering.sagas.nextAt(),
                        shop.finance.nextAt(),
                        shop.notification.nextAt(),
                        tasks.stream().mapToLong(task -> task.heldUntil).min().orElse(Long.MAX_VALUE))
                .min()
                .orElseThrow();
    }

    /** A buyer who hears nothing tries again. */
    private void place() {
        var order = world.oneOf(unplaced);
        try {
            shop.ordering.place(order);
        } catch (Killed e) {
            world.happened(Fault.BUYER_UNSURE);
            return;
        }
        if (world.strikes(Fault.BUYER_UNSURE, 10)) {
            return;
        }
        unplaced.remove(order);
        accepted.add(order.id());
        if (world.oneIn(4)) {
            wishes.add(() -> cancel(order.id()));
        }
        if (world.oneIn(12)) {
            wishes.add(() -> shop.ordering.undoByOperator(order.id()));
        }
    }

    private void cancel(UUID orderId) {
        try {
            shop.ordering.cancel(orderId);
        } catch (Killed e) {
            wishes.add(() -> cancel(orderId));
        }
    }

    private void goOn(Task task) {
        if (world.strikes(Fault.HELD_UP, 30)) {
            task.heldUntil = world.now + world.below(150);
            return;
        }
        try {
            if (task.goOn()) {
                return;
            }
        } catch (Killed e) {
            task.kill();
        }
        tasks.remove(task);
    }

    private Task handle(Delivery delivery) {
        var handled = new boolean[1];
        return new Task(() -> handle(delivery, first(delivery), handled), () -> {
            if (handled[0]) {
                world.happened(Fault.KILLED_BEFORE_ACKNOWLEDGEMENT);
            }
            if (!world.has(Defect.EARLY_ACK)) {
                shop.broker.putBack(delivery);
            }
        });
    }

    private Task.Stage first(Delivery delivery) {
        return () -> {
            if (isAboutRefund(delivery.envelope().message()) && world.strikes(Fault.GIVEN_UP, 12)) {
                shop.broker.discard(delivery);
                return null;
            }
            if (delivery.envelope().message() instanceof Command command && delivery.consumer() == shop.finance) {
                return delivery.consumer().work(command);
            }
            delivery.consumer().hear(delivery.envelope());
            return null;
        };
    }

    /** What may get lost for good without anybody losing money. */
    private static boolean isAboutRefund(Message message) {
        return message instanceof RefundPayment || message instanceof RefundProcessed;
    }

    private Task.Stage handle(Delivery delivery, Task.Stage stage, boolean[] handled) {
        try {
            var next = stage.run();
            if (next != null) {
                return () -> handle(delivery, next, handled);
            }
            handled[0] = true;
            return () -> null; // the acknowledgement
        } catch (ProviderUnavailable e) {
            retry(delivery);
        } catch (PermanentFailure | IllegalStateException e) {
            shop.broker.bury(delivery, e);
        }
        return null;
    }

    private void retry(Delivery delivery) {
        var refund = delivery.envelope().message() instanceof RefundPayment;
        if (refund && world.has(Defect.REFUND_NOT_RETRIED)) {
            return;
        }
        if (delivery.attempts() < RETRY_DELAYS.length) {
            shop.broker.putBack(delivery.later(world.now + RETRY_DELAYS[delivery.attempts()]));
        } else {
            world.happened(Fault.LET_GO);
        }
    }
}
