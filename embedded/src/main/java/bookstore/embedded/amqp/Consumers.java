package bookstore.embedded.amqp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The consumers of one queue, and whose turn it is. */
final class Consumers {

    private final List<Consumer> waiting = new ArrayList<>();
    private final boolean singleActive;

    Consumers(boolean singleActive) {
        this.singleActive = singleActive;
    }

    void add(String queue, Consumer consumer) {
        boolean taken = waiting.stream().anyMatch(Consumer::exclusive);
        if (taken || consumer.exclusive() && !waiting.isEmpty()) {
            throw Reply.ACCESS_REFUSED.because("queue '" + queue + "' in vhost '/' in exclusive use");
        }
        waiting.add(consumer);
    }

    void remove(Consumer consumer) {
        waiting.remove(consumer);
    }

    /** The highest priority first, round robin among equals. */
    @Nullable
    Consumer next() {
        Consumer best = null;
        for (Consumer consumer : singleActive && !waiting.isEmpty() ? waiting.subList(0, 1) : waiting) {
            if (consumer.accepts() && (best == null || consumer.priority() > best.priority())) {
                best = consumer;
            }
        }
        if (best != null && !singleActive) {
            waiting.remove(best);
            waiting.add(best);
        }
        return best;
    }

    List<Consumer> all() {
        return List.copyOf(waiting);
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
