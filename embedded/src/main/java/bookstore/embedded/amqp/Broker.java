package bookstore.embedded.amqp;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The state that all connections share. One lock guards it: a stand-in gains nothing from finer ones. Every change
 * goes through {@link #execute}; nothing may be confirmed before {@link #settle}.
 */
final class Broker implements AutoCloseable {

    private final Journal journal;
    private final Topology topology = new Topology(this);
    private final Router router = new Router(topology);
    private final DeadLetters deadLetters = new DeadLetters(topology, router);
    private final DirectReplies replies = new DirectReplies();
    private final ScheduledThreadPoolExecutor timer;
    private long lastId;

    Broker(Path directory) {
        journal = new Journal(directory);
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "amqp-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        try {
            execute(this::recover);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    synchronized void execute(Runnable change) {
        try {
            change.run();
        } finally {
            deadLetters.publish();
        }
    }

    /** Makes everything done so far survive a kill. */
    synchronized void settle() {
        deadLetters.publish();
        journal.flush();
        if (journal.overgrown()) {
            journal.compact(Snapshot.of(topology));
        }
    }

    Future<?> after(long millis, Runnable change) {
        Runnable settled = () -> {
            execute(change);
            settle();
        };
        return timer.schedule(settled, Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    Outcome publish(Message message) {
        topology.requireExchange(message.exchange());
        if (message.exchange().isEmpty() && replies.take(message)) {
            return new Outcome(true, false);
        }
        Set<Queue> targets = router.route(message);
        boolean refused = false;
        for (Queue target : targets) {
            refused |= !target.offer(message);
        }
        return new Outcome(!targets.isEmpty(), refused);
    }

    long nextId() {
        return ++lastId;
    }

    Topology topology() {
        return topology;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    DirectReplies replies() {
        return replies;
    }

    JournalRecords journal() {
        return journal.records();
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        journal.close();
    }

    private void recover() {
        var recovery = new Recovery(topology);
        journal.recover(recovery);
        lastId = recovery.finish();
        topology.queues().forEach(Queue::expire);
        deadLetters.publish();
        journal.compact(Snapshot.of(topology));
    }

    /** What became of a published message. */
    record Outcome(boolean routed, boolean refused) {}
}
