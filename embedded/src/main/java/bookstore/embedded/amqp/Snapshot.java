package bookstore.embedded.amqp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The durable part of the broker, as records from which a journal can start anew. */
final class Snapshot {

    private Snapshot() {}

    static Stream<Consumer<JournalRecords>> of(Topology topology) {
        var parts = new ArrayList<Consumer<JournalRecords>>();
        topology.exchanges().stream()
                .filter(exchange -> exchange.durable() && !exchange.reserved())
                .forEach(exchange -> parts.add(to -> to.topology(exchange.declaration())));
        List<Queue> queues = topology.queues().stream()
                .filter(queue -> queue.settings().journaled())
                .toList();
        queues.forEach(queue -> parts.add(to -> to.topology(queue.settings().declaration())));
        for (Exchange source : topology.exchanges()) {
            source.bindings().stream()
                    .filter(binding -> lasts(topology, source, binding))
                    .forEach(binding -> parts.add(to -> to.topology(binding.bindTo(source.name()))));
        }
        return Stream.concat(parts.stream(), queues.stream().flatMap(Snapshot::messages));
    }

    /** A binding is as durable as its less durable end. */
    static boolean lasts(Topology topology, Exchange source, Binding binding) {
        if (!source.durable()) {
            return false;
        }
        if (binding.toQueue()) {
            Queue queue = topology.queue(binding.destination());
            return queue != null && queue.settings().journaled();
        }
        Exchange exchange = topology.exchange(binding.destination());
        return exchange != null && exchange.durable();
    }

    private static Stream<Consumer<JournalRecords>> messages(Queue queue) {
        return queue.kept().map(entry -> to -> to.enqueued(queue.name(), entry));
    }
}
