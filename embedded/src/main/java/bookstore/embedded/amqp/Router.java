package bookstore.embedded.amqp;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the queues of a message. */
final class Router {

    private final Topology topology;

    Router(Topology topology) {
        this.topology = topology;
    }

    Set<Queue> route(Message message) {
        var found = new LinkedHashSet<Queue>();
        var seen = new HashSet<String>(List.of(message.exchange()));
        var open = new ArrayDeque<String>(seen);
        while (!open.isEmpty()) {
            Exchange exchange = topology.exchange(open.remove());
            if (exchange != null) {
                for (String next : step(exchange, message, found)) {
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return found;
    }

    /** Returns the exchanges to go on with. The alternate one counts only if none of the keys matched anything. */
    private Set<String> step(Exchange exchange, Message message, Set<Queue> found) {
        var next = new LinkedHashSet<String>();
        boolean matched = false;
        for (String key : message.keys()) {
            if (exchange.name().isEmpty()) {
                matched |= add(topology.queue(key), found);
            }
            for (Binding binding : exchange.bindings()) {
                if (exchange.type().matches(binding, key, message.headers())) {
                    matched = true;
                    if (binding.toQueue()) {
                        add(topology.queue(binding.destination()), found);
                    } else {
                        next.add(binding.destination());
                    }
                }
            }
        }
        String alternate = exchange.alternate();
        return matched || alternate == null ? next : Set.of(alternate);
    }

    private static boolean add(@Nullable Queue queue, Set<Queue> found) {
        if (queue != null) {
            found.add(queue);
        }
        return queue != null;
    }
}
