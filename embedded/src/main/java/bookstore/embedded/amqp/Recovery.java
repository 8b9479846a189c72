package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rebuilds the broker from its journal. */
final class Recovery implements JournalRecords {

    private record Kept(String queue, Entry entry) {}

    private final Topology topology;
    private final Map<Long, Kept> messages = new LinkedHashMap<>();
    private long lastId;

    Recovery(Topology topology) {
        this.topology = topology;
    }

    @Override
    public void topology(Method method) {
        if (method instanceof AMQP.Exchange.Declare declare) {
            topology.addExchange(Exchange.declared(declare));
        } else if (method instanceof AMQP.Exchange.Delete delete) {
            Exchange exchange = topology.exchange(delete.getExchange());
            if (exchange != null) {
                topology.deleteExchange(exchange);
            }
        } else if (method instanceof AMQP.Queue.Declare declare) {
            topology.addQueue(QueueSettings.declared(declare.getQueue(), declare), null);
        } else if (method instanceof AMQP.Queue.Delete delete) {
            messages.values().removeIf(kept -> kept.queue().equals(delete.getQueue()));
            Queue queue = topology.queue(delete.getQueue());
            if (queue != null) {
                topology.deleteQueue(queue);
            }
        } else {
            binding(method);
        }
    }

    @Override
    public void enqueued(String queue, Entry entry) {
        messages.put(entry.id(), new Kept(queue, entry));
        lastId = Math.max(lastId, entry.id());
    }

    @Override
    public void delivered(long id) {
        Kept kept = messages.get(id);
        if (kept != null) {
            kept.entry().handedOut();
        }
    }

    @Override
    public void removed(long id) {
        messages.remove(id);
    }

    /** Puts what was left into the queues; what was out counts as come back. Returns the highest number in use. */
    long finish() {
        for (Kept kept : messages.values()) {
            Queue queue = topology.queue(kept.queue());
            if (queue != null) {
                queue.restore(kept.entry(), false);
            }
        }
        return lastId;
    }

    private void binding(Method method) {
        if (method instanceof AMQP.Queue.Bind bind) {
            bind(bind.getExchange(), Binding.toQueue(bind.getQueue(), bind.getRoutingKey(), bind.getArguments()));
        } else if (method instanceof AMQP.Exchange.Bind bind) {
            bind(
                    bind.getSource(),
                    Binding.toExchange(bind.getDestination(), bind.getRoutingKey(), bind.getArguments()));
        } else if (method instanceof AMQP.Queue.Unbind unbind) {
            unbind(
                    unbind.getExchange(),
                    Binding.toQueue(unbind.getQueue(), unbind.getRoutingKey(), unbind.getArguments()));
        } else if (method instanceof AMQP.Exchange.Unbind unbind) {
            unbind(
                    unbind.getSource(),
                    Binding.toExchange(unbind.getDestination(), unbind.getRoutingKey(), unbind.getArguments()));
        } else {
            throw new IllegalStateException("The journal holds a " + method.protocolMethodName());
        }
    }

    private void bind(String source, Binding binding) {
        topology.bind(topology.requireExchange(source), binding);
    }

    private void unbind(String source, Binding binding) {
        Exchange exchange = topology.exchange(source);
        if (exchange != null) {
            topology.unbind(exchange, binding);
        }
    }
}
