package bookstore.embedded.amqp;

import org.jspecify.annotations.Nullable;

/** Finds the queue that a client means, and whether it may touch it. */
final class QueueLookup {

    private final Connection connection;
    private final Broker broker;
    private String last = "";

    QueueLookup(Connection connection, Broker broker) {
        this.connection = connection;
        this.broker = broker;
    }

    void remember(String declared) {
        last = declared;
    }

    /** An empty name means the queue that this channel declared last. */
    @Nullable
    Queue find(String asked) {
        String name = asked.isEmpty() ? last : asked;
        if (name.isEmpty()) {
            throw Reply.NOT_FOUND.because("no previously declared queue");
        }
        Queue queue = broker.topology().queue(name);
        if (queue != null) {
            checkOwner(queue);
        }
        return queue;
    }

    Queue require(String asked) {
        Queue queue = find(asked);
        if (queue == null) {
            throw Refusal.missing("queue", asked);
        }
        return queue;
    }

    void requireReply(String name) {
        if (!broker.replies().exists(name)) {
            throw Refusal.missing("queue", name);
        }
    }

    /** AMQP 0-9-1, queue.bind: with neither name nor key the key is the name of the queue declared last. */
    String key(String queue, String key) {
        return queue.isEmpty() && key.isEmpty() ? last : key;
    }

    void checkOwner(Queue queue) {
        if (queue.owner() != null && queue.owner() != connection) {
            throw locked(queue.name());
        }
    }

    static Refusal locked(String queue) {
        return Reply.RESOURCE_LOCKED.because(
                "cannot obtain exclusive access to locked queue '%s' in vhost '/'. It could be".formatted(queue)
                        + " originally declared on another connection or the exclusive property value does not match that of"
                        + " the original declaration.");
    }
}
