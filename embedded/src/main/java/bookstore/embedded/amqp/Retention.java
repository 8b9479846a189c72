package bookstore.embedded.amqp;

import bookstore.embedded.amqp.QueueLimits.Overflow;

/** The rules by which a queue drops messages that nobody took: too many, too old, too often. */
final class Retention {

    private final Broker broker;
    private final Queue queue;
    private final QueueLimits limits;
    private final Backlog backlog;
    private final Custody custody;

    Retention(Broker broker, Queue queue, Backlog backlog, Custody custody) {
        this.broker = broker;
        this.queue = queue;
        this.limits = queue.limits();
        this.backlog = backlog;
        this.custody = custody;
    }

    /** Whether a full queue sends the message back to its publisher. */
    boolean refuses(Message message) {
        boolean full = limits.overflow() != Overflow.DROP_HEAD
                && limits.exceededBy(backlog.size() + 1, backlog.bytes() + message.body().length);
        if (full && limits.overflow() == Overflow.REJECT_PUBLISH_DLX) {
            broker.deadLetters().add(queue, message, DeadLetters.MAX_LENGTH);
        }
        return full;
    }

    /** Whether a message that came back did so once too often. */
    boolean givesUp(Entry entry) {
        boolean tooOften = limits.tooOften(entry);
        if (tooOften) {
            custody.bury(entry, DeadLetters.DELIVERY_LIMIT);
        }
        return tooOften;
    }

    void trim() {
        while (limits.overflow() == Overflow.DROP_HEAD && limits.exceededBy(backlog.size(), backlog.bytes())) {
            custody.bury(backlog.removeFirst(), DeadLetters.MAX_LENGTH);
        }
        expire();
    }

    void expire() {
        long now = System.currentTimeMillis();
        for (Entry head = backlog.first(); head != null && head.expired(now); head = backlog.first()) {
            custody.bury(backlog.removeFirst(), DeadLetters.EXPIRED);
        }
        queue.timers().watch(backlog.first());
    }
}
