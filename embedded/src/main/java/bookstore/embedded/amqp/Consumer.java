package bookstore.embedded.amqp;

/** Somebody who waits for a queue's messages. */
final class Consumer {

    private final Channel channel;
    private final String tag;
    private final Queue queue;
    private final boolean needsNoAck;
    private final boolean exclusive;
    private final int prefetch;
    private final int priority;
    private int inFlight;

    Consumer(
            Channel channel,
            String tag,
            Queue queue,
            boolean needsNoAck,
            boolean exclusive,
            int prefetch,
            int priority) {
        this.channel = channel;
        this.tag = tag;
        this.queue = queue;
        this.needsNoAck = needsNoAck;
        this.exclusive = exclusive;
        this.prefetch = prefetch;
        this.priority = priority;
    }

    Channel channel() {
        return channel;
    }

    String tag() {
        return tag;
    }

    Queue queue() {
        return queue;
    }

    boolean needsNoAck() {
        return needsNoAck;
    }

    boolean exclusive() {
        return exclusive;
    }

    int priority() {
        return priority;
    }

    /** Prefetch counts what is unacknowledged, so it does not bind those who never acknowledge. */
    boolean accepts() {
        return needsNoAck
                || (prefetch == 0 || inFlight < prefetch)
                        && channel.unacknowledged().hasRoom();
    }

    void received() {
        inFlight++;
    }

    void settled() {
        inFlight--;
    }
}
