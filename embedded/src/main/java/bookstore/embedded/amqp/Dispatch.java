package bookstore.embedded.amqp;

/** Brings the messages of a queue to its consumers. */
final class Dispatch {

    private final Backlog backlog;
    private final Consumers consumers;
    private final Custody custody;
    private final Retention retention;

    Dispatch(Backlog backlog, Consumers consumers, Custody custody, Retention retention) {
        this.backlog = backlog;
        this.consumers = consumers;
        this.custody = custody;
        this.retention = retention;
    }

    /** Straight to a waiting consumer, the only way for a message whose time to live is zero. */
    boolean passOn(Entry entry) {
        Consumer consumer = backlog.isEmpty() ? consumers.next() : null;
        if (consumer != null) {
            hand(entry, consumer);
        }
        return consumer != null;
    }

    void pump() {
        retention.expire();
        while (!backlog.isEmpty()) {
            Consumer consumer = consumers.next();
            if (consumer == null) {
                return;
            }
            hand(backlog.removeFirst(), consumer);
            retention.expire();
        }
    }

    private void hand(Entry entry, Consumer consumer) {
        consumer.channel().deliveries().send(consumer, entry);
        custody.handedOut(entry, consumer.needsNoAck());
    }
}
