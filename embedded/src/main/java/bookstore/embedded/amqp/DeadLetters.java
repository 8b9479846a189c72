package bookstore.embedded.amqp;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends on what queues drop. Collected first and published after the present operation, because a queue that dead
 * letters into itself would otherwise be changed while it changes.
 */
final class DeadLetters {

    static final String EXPIRED = "expired";
    static final String REJECTED = "rejected";
    static final String MAX_LENGTH = "maxlen";
    static final String DELIVERY_LIMIT = "delivery_limit";

    private record Dead(Message message, String reason) {}

    private final Topology topology;
    private final Router router;
    private final java.util.Queue<Dead> pending = new ArrayDeque<>();

    DeadLetters(Topology topology, Router router) {
        this.topology = topology;
        this.router = router;
    }

    void add(Queue from, Message message, String reason) {
        String exchange = from.limits().deadLetterExchange();
        if (exchange == null) {
            return;
        }
        Message letter = DeathCertificate.attach(message, from.name(), reason);
        String key = from.limits().deadLetterKey();
        Message addressed = key == null
                ? letter.sentTo(exchange, letter.keys())
                : letter.withoutHeader("CC").sentTo(exchange, List.of(key));
        pending.add(new Dead(addressed, reason));
    }

    void publish() {
        for (Dead dead = pending.poll(); dead != null; dead = pending.poll()) {
            if (topology.exchange(dead.message().exchange()) == null) {
                continue;
            }
            Set<Queue> targets = router.route(dead.message());
            for (Queue target : targets) {
                if (!isCycle(dead, target.name())) {
                    target.offer(dead.message());
                }
            }
        }
    }

    /** A message that comes to a queue again is dropped, unless a consumer's rejection keeps the cycle from being automatic. */
    private static boolean isCycle(Dead dead, String queue) {
        if (dead.reason().equals(REJECTED)) {
            return false;
        }
        for (Map<String, Object> death : DeathCertificate.deaths(dead.message())) {
            if (REJECTED.equals(String.valueOf(death.get("reason")))) {
                return false;
            }
            if (queue.equals(String.valueOf(death.get("queue")))) {
                return true;
            }
        }
        return false;
    }
}
