package bookstore.messaging;

import static java.util.stream.Collectors.toMap;

import bookstore.operations.Backlog;
import bookstore.shared.postgres.Outbox;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Messages that have not been told yet, and those that were given up, in the contexts of this process. */
final class MessageBacklogs {

    private final List<Outbox> outboxes;
    private final Clock clock;

    MessageBacklogs(List<Outbox> outboxes, Clock clock) {
        this.outboxes = outboxes;
        this.clock = clock;
    }

    Backlog waiting() {
        return outbox("waiting", null, "Messages that wait to be published", Outbox.Waiting::count);
    }

    Backlog oldest() {
        return outbox("oldest.age", "seconds", "Age of the oldest message that waits to be published", this::age);
    }

    private Backlog outbox(
            String what, @Nullable String unit, String description, ToLongFunction<Outbox.Waiting> number) {
        return backlog(
                "outbox." + what,
                unit,
                description,
                outbox -> () -> Map.of(Tags.empty(), number.applyAsLong(outbox.waiting())));
    }

    /** In whole seconds; 0 if nothing waits. */
    long age(Outbox.Waiting waiting) {
        var oldest = waiting.oldestAt();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }

    Backlog deadLetters() {
        return backlog(
                "dead.letters", null, "Messages that were given up, by the queue they were meant for", outbox -> {
                    var table = new DeadLetterTable(outbox.database());
                    return () -> byConsumer(outbox.database().context(), table);
                });
    }

    /** Also of the queues that have none, so that none can be told from unknown. */
    private static Map<Tags, Long> byConsumer(String context, DeadLetterTable table) {
        var counts = new HashMap<String, Long>();
        Subscriptions.of(context).forEach(subscription -> counts.put(subscription.queue(), 0L));
        counts.put(Topology.UNROUTED, 0L);
        counts.putAll(table.counts());
        return counts.entrySet().stream()
                .collect(toMap(entry -> Tags.of("consumer", entry.getKey()), Map.Entry::getValue));
    }

    private Backlog backlog(
            String what, @Nullable String unit, String description, Function<Outbox, Backlog.Count> count) {
        return new Backlog(
                "bookstore.messaging." + what,
                unit,
                description,
                outboxes.stream().collect(toMap(outbox -> outbox.database().context(), count)));
    }
}
