package bookstore.embedded.amqp;

/** A message's place in one queue. */
final class Entry {

    static final long NEVER = Long.MAX_VALUE;

    private final long id;
    private final Message message;
    private final long expiresAt;
    private long order;
    private int deliveries;

    Entry(long id, Message message, long expiresAt, int deliveries) {
        this.id = id;
        this.message = message;
        this.expiresAt = expiresAt;
        this.order = id;
        this.deliveries = deliveries;
    }

    long id() {
        return id;
    }

    Message message() {
        return message;
    }

    /** As a consumer of the queue sees it: in a quorum queue, what came back says how often. */
    Message from(Queue queue) {
        return queue.limits().quorum() && deliveries > 0
                ? message.withHeader("x-delivery-count", (long) deliveries)
                : message;
    }

    long expiresAt() {
        return expiresAt;
    }

    boolean expired(long now) {
        return expiresAt <= now;
    }

    long order() {
        return order;
    }

    void moveTo(long newOrder) {
        order = newOrder;
    }

    /** How often it was handed out before, that is, how often it came back. */
    int deliveries() {
        return deliveries;
    }

    void handedOut() {
        deliveries++;
    }
}
