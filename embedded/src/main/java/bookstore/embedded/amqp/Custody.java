package bookstore.embedded.amqp;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which messages of a queue are out with somebody, and what the journal must know of all that come and go. */
final class Custody {

    private final Broker broker;
    private final Queue queue;
    private final Set<Entry> out = new LinkedHashSet<>();

    Custody(Broker broker, Queue queue) {
        this.broker = broker;
        this.queue = queue;
    }

    void arrived(Entry entry) {
        if (keeps(entry)) {
            broker.journal().enqueued(queue.name(), entry);
        }
    }

    void handedOut(Entry entry, boolean needsNoAck) {
        if (needsNoAck) {
            forget(entry);
            return;
        }
        out.add(entry);
        entry.handedOut();
        if (keeps(entry)) {
            broker.journal().delivered(entry.id());
        }
    }

    /** Returns false for what is no longer known here, as after the queue was deleted. */
    boolean cameBack(Entry entry) {
        return out.remove(entry);
    }

    void acknowledged(Entry entry) {
        if (cameBack(entry)) {
            forget(entry);
        }
    }

    void rejected(Entry entry) {
        if (cameBack(entry)) {
            bury(entry, DeadLetters.REJECTED);
        }
    }

    void bury(Entry entry, String reason) {
        forget(entry);
        broker.deadLetters().add(queue, entry.message(), reason);
    }

    void forget(Entry entry) {
        if (keeps(entry)) {
            broker.journal().removed(entry.id());
        }
    }

    /** Everything that a restart should find again. */
    Stream<Entry> kept(Collection<Entry> waiting) {
        return Stream.concat(out.stream(), waiting.stream()).filter(this::keeps);
    }

    void clear() {
        out.clear();
    }

    private boolean keeps(Entry entry) {
        return queue.settings().journaled()
                && (queue.limits().quorum() || entry.message().persistent());
    }
}
