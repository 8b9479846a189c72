package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All exchanges, queues and bindings, and the deletions that follow from one another. */
final class Topology {

    private final Broker broker;
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();

    Topology(Broker broker) {
        this.broker = broker;
        exchanges.put("", Exchange.builtIn("", ExchangeType.DIRECT));
        for (ExchangeType type : ExchangeType.values()) {
            String name = "amq." + type.wireName();
            exchanges.put(name, Exchange.builtIn(name, type));
        }
        exchanges.put("amq.match", Exchange.builtIn("amq.match", ExchangeType.HEADERS));
    }

    @Nullable
    Exchange exchange(String name) {
        return exchanges.get(name);
    }

    Exchange requireExchange(String name) {
        Exchange exchange = exchanges.get(name);
        if (exchange == null) {
            throw Refusal.missing("exchange", name);
        }
        return exchange;
    }

    @Nullable
    Queue queue(String name) {
        return queues.get(name);
    }

    Collection<Exchange> exchanges() {
        return exchanges.values();
    }

    List<Queue> queues() {
        return List.copyOf(queues.values());
    }

    List<Queue> queuesOf(Connection owner) {
        return queues.values().stream().filter(queue -> queue.owner() == owner).toList();
    }

    void addExchange(Exchange exchange) {
        exchanges.put(exchange.name(), exchange);
        if (exchange.durable()) {
            broker.journal().topology(exchange.declaration());
        }
    }

    Queue addQueue(QueueSettings settings, @Nullable Connection owner) {
        var queue = new Queue(broker, settings, owner);
        queues.put(settings.name(), queue);
        if (settings.journaled()) {
            broker.journal().topology(settings.declaration());
        }
        queue.timers().used();
        return queue;
    }

    void bind(Exchange source, Binding binding) {
        if (source.bindings().add(binding) && Snapshot.lasts(this, source, binding)) {
            broker.journal().topology(binding.bindTo(source.name()));
        }
    }

    void unbind(Exchange source, Binding binding) {
        if (!source.bindings().remove(binding)) {
            return;
        }
        if (Snapshot.lasts(this, source, binding)) {
            broker.journal().topology(binding.unbindFrom(source.name()));
        }
        if (source.autoDelete() && source.bindings().isEmpty()) {
            deleteExchange(source);
        }
    }

    void deleteExchange(Exchange exchange) {
        exchanges.remove(exchange.name());
        unbindAll(false, exchange.name());
        if (exchange.durable()) {
            broker.journal()
                    .topology(new AMQP.Exchange.Delete.Builder()
                            .exchange(exchange.name())
                            .build());
        }
    }

    void deleteQueue(Queue queue) {
        if (!queues.remove(queue.name(), queue)) {
            return;
        }
        for (var consumer : queue.consumers().all()) {
            consumer.channel().deliveries().cancel(consumer);
        }
        unbindAll(true, queue.name());
        queue.close();
        if (queue.settings().journaled()) {
            broker.journal()
                    .topology(
                            new AMQP.Queue.Delete.Builder().queue(queue.name()).build());
        }
    }

    private void unbindAll(boolean toQueue, String destination) {
        for (Exchange source : List.copyOf(exchanges.values())) {
            for (Binding binding : List.copyOf(source.bindings())) {
                if (binding.toQueue() == toQueue && binding.destination().equals(destination)) {
                    unbind(source, binding);
                }
            }
        }
    }
}
