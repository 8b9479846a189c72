package bookstore.embedded.amqp;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A queue: messages come, wait, go out to consumers and come back. */
final class Queue {

    private final Broker broker;
    private final QueueSettings settings;
    private final QueueLimits limits;
    private final @Nullable Connection owner;
    private final Backlog backlog;
    private final Consumers consumers;
    private final Custody custody;
    private final QueueTimers timers;
    private final Retention retention;
    private final Dispatch dispatch;

    Queue(Broker broker, QueueSettings settings, @Nullable Connection owner) {
        this.broker = broker;
        this.settings = settings;
        this.limits = QueueLimits.of(settings);
        this.owner = owner;
        this.backlog = new Backlog(limits.maxPriority());
        this.consumers = new Consumers(limits.singleActiveConsumer());
        this.custody = new Custody(broker, this);
        this.timers = new QueueTimers(broker, this);
        this.retention = new Retention(broker, this, backlog, custody);
        this.dispatch = new Dispatch(backlog, consumers, custody, retention);
    }

    String name() {
        return settings.name();
    }

    QueueSettings settings() {
        return settings;
    }

    QueueLimits limits() {
        return limits;
    }

    @Nullable
    Connection owner() {
        return owner;
    }

    Consumers consumers() {
        return consumers;
    }

    Custody custody() {
        return custody;
    }

    QueueTimers timers() {
        return timers;
    }

    int size() {
        return backlog.size();
    }

    /** Returns whether the queue took it. */
    boolean offer(Message message) {
        if (retention.refuses(message)) {
            return false;
        }
        var entry = new Entry(broker.nextId(), message, limits.expiryOf(message, System.currentTimeMillis()), 0);
        custody.arrived(entry);
        if (!dispatch.passOn(entry)) {
            backlog.add(entry);
            retention.trim();
        }
        return true;
    }

    /** The message that somebody who asks would get now. */
    @Nullable
    Entry first() {
        timers.used();
        expire();
        return backlog.first();
    }

    void takeFirst(boolean needsNoAck) {
        custody.handedOut(backlog.removeFirst(), needsNoAck);
        expire();
    }

    void expire() {
        retention.expire();
    }

    void pump() {
        dispatch.pump();
    }

    /** Messages that somebody declined go to the end of a quorum queue; those of a lost channel keep their place. */
    void takeBack(Collection<Entry> entries, boolean declined) {
        for (Entry entry : entries) {
            if (custody.cameBack(entry)) {
                restore(entry, declined);
            }
        }
        retention.trim();
        pump();
    }

    void restore(Entry entry, boolean declined) {
        if (!retention.givesUp(entry)) {
            if (limits.quorum() && declined) {
                entry.moveTo(broker.nextId());
            }
            backlog.add(entry);
        }
    }

    /** A consumer has left. */
    void abandoned() {
        timers.used();
        if (settings.autoDelete() && consumers.isEmpty()) {
            broker.topology().deleteQueue(this);
        } else {
            pump();
        }
    }

    int purge() {
        List<Entry> all = backlog.removeAll();
        all.forEach(custody::forget);
        return all.size();
    }

    Stream<Entry> kept() {
        return custody.kept(backlog.all());
    }

    void close() {
        custody.clear();
        backlog.removeAll();
        timers.stop();
    }
}
