package bookstore.simulation;

import bookstore.shared.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Queues as bags: what is confirmed stays until it is acknowledged, and comes in any order and at times twice. */
final class Broker {

    record Envelope(long id, Message message) {}

    /** @param attempts to handle it that have failed */
    record Delivery(Context consumer, Envelope envelope, int attempts, long notBefore) {

        /** The same message once more, later. */
        Delivery later(long until) {
            return new Delivery(consumer, envelope, attempts + 1, until);
        }
    }

    final Set<Long> published = new HashSet<>();
    final Set<Long> discarded = new HashSet<>();
    final List<String> deadLetters = new ArrayList<>();
    private final World world;
    private final List<Context> contexts = new ArrayList<>();
    private final List<Delivery> ready = new ArrayList<>();

    Broker(World world) {
        this.world = world;
    }

    void subscribe(Context context) {
        contexts.add(context);
    }

    void publish(Envelope envelope) {
        published.add(envelope.id());
        for (var context : contexts) {
            if (context.hears(envelope.message())) {
                var late = world.strikes(Fault.HELD_BACK, 10) ? world.below(150) : 0;
                ready.add(new Delivery(context, envelope, 0, world.now + late));
            }
        }
    }

    boolean hasReady() {
        return nextAt() <= world.now;
    }

    long nextAt() {
        var next = Long.MAX_VALUE;
        for (var delivery : ready) {
            next = Math.min(next, delivery.notBefore());
        }
        return next;
    }

    Delivery take() {
        var due = ready.stream()
                .filter(delivery -> delivery.notBefore() <= world.now)
                .toList();
        var delivery = world.oneOf(due);
        if (due.stream()
                .anyMatch(other -> other.envelope().id() < delivery.envelope().id())) {
            world.happened(Fault.OVERTAKEN_BY_A_LATER_MESSAGE);
        }
        if (!world.strikes(Fault.DELIVERED_TWICE, 8)) {
            ready.remove(delivery);
        }
        return delivery;
    }

    void putBack(Delivery delivery) {
        ready.add(delivery);
    }

    /** As an operator does who discards a dead letter. */
    void discard(Delivery delivery) {
        discarded.add(delivery.envelope().id());
    }

    void bury(Delivery delivery, RuntimeException why) {
        deadLetters.add(delivery.envelope() + " for " + delivery.consumer().name + ": " + why);
    }
}
