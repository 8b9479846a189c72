package bookstore.embedded.amqp;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A queue: what waits in it, what is out with consumers, and the rules by which messages leave. */
final class Queue {

    private final Broker broker;
    private final QueueSettings settings;
    private final QueueLimits limits;
    private final @Nullable Connection owner;
    private final Backlog backlog;
    private final Consumers consumers;
    private final Custody custody;
    private final QueueTimers timers;

    Queue(Broker broker, QueueSettings settings, @Nullable Connection owner) {
        this.broker = broker;
        this.settings = settings;
        this.limits = QueueLimits.of(settings);
        this.owner = owner;
        this.backlog = new Backlog(limits.maxPriority());
        this.consumers = new Consumers(limits.singleActiveConsumer());
        this.custody = new Custody(broker, this);
        this.timers = new QueueTimers(broker, this);
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

    QueueTimers timers() {
        return timers;
    }

    int size() {
        return backlog.size();
    }

    /** Returns whether the queue took it. */
    boolean offer(Message message) {
        if (limits.overflow() != QueueLimits.Overflow.DROP_HEAD
                && limits.exceededBy(backlog.size() + 1, backlog.bytes() + message.body().length)) {
            if (limits.overflow() == QueueLimits.Overflow.REJECT_PUBLISH_DLX) {
                broker.deadLetters().add(this, message, DeadLetters.MAX_LENGTH);
            }
            return false;
        }
        var entry = new Entry(broker.nextId(), message, limits.expiryOf(message, System.currentTimeMillis()), 0);
        custody.arrived(entry);
        // straight to a waiting consumer, as a message with a time to live of zero may only go
        Consumer consumer = backlog.isEmpty() ? consumers.next() : null;
        if (consumer != null) {
            hand(entry, consumer);
        } else {
            backlog.add(entry);
            trim();
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

    /** As RabbitMQ's quorum queues do it, a message that came back says how often. */
    Message outgoing(Entry entry) {
        return limits.quorum() && entry.deliveries() > 0
                ? entry.message().withHeader("x-delivery-count", (long) entry.deliveries())
                : entry.message();
    }

    void expire() {
        long now = System.currentTimeMillis();
        for (Entry head = backlog.first(); head != null && head.expired(now); head = backlog.first()) {
            custody.bury(backlog.removeFirst(), DeadLetters.EXPIRED);
        }
        timers.watch(backlog.first());
    }

    void pump() {
        expire();
        while (!backlog.isEmpty()) {
            Consumer consumer = consumers.next();
            if (consumer == null) {
                return;
            }
            hand(backlog.removeFirst(), consumer);
            expire();
        }
    }

    void acknowledged(Entry entry) {
        if (custody.cameBack(entry)) {
            custody.forget(entry);
        }
    }

    void rejected(Entry entry) {
        if (custody.cameBack(entry)) {
            custody.bury(entry, DeadLetters.REJECTED);
        }
    }

    /** Messages that somebody declined go to the end of a quorum queue; those of a lost channel keep their place. */
    void takeBack(Collection<Entry> entries, boolean declined) {
        for (Entry entry : entries) {
            if (custody.cameBack(entry)) {
                restore(entry, declined);
            }
        }
        trim();
        pump();
    }

    void restore(Entry entry, boolean declined) {
        if (limits.tooOften(entry)) {
            custody.bury(entry, DeadLetters.DELIVERY_LIMIT);
            return;
        }
        if (limits.quorum() && declined) {
            entry.moveTo(broker.nextId());
        }
        backlog.add(entry);
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

    private void hand(Entry entry, Consumer consumer) {
        consumer.channel().deliver(consumer, entry);
        custody.handedOut(entry, consumer.needsNoAck());
    }

    private void trim() {
        while (limits.overflow() == QueueLimits.Overflow.DROP_HEAD
                && limits.exceededBy(backlog.size(), backlog.bytes())) {
            custody.bury(backlog.removeFirst(), DeadLetters.MAX_LENGTH);
        }
        expire();
    }
}
