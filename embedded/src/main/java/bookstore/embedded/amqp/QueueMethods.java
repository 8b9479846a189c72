package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQImpl;
import java.util.UUID;

/** Declaring, binding, emptying and deleting queues. */
final class QueueMethods {

    private final Channel channel;
    private final Broker broker;
    private final QueueLookup lookup;

    QueueMethods(Channel channel, Broker broker, QueueLookup lookup, Methods methods) {
        this.channel = channel;
        this.broker = broker;
        this.lookup = lookup;
        methods.on(AMQImpl.Queue.Declare.class, this::declare)
                .on(AMQImpl.Queue.Delete.class, this::delete)
                .on(AMQImpl.Queue.Purge.class, this::purge)
                .on(AMQImpl.Queue.Bind.class, this::bind)
                .on(AMQImpl.Queue.Unbind.class, this::unbind);
    }

    private void declare(AMQP.Queue.Declare asked) {
        if (asked.getPassive() && DirectReplies.isName(asked.getQueue())) {
            lookup.requireReply(asked.getQueue());
            declared(asked, asked.getQueue(), 0, 0);
            return;
        }
        Queue queue;
        if (asked.getPassive()) {
            queue = lookup.require(asked.getQueue());
        } else {
            queue = declareFor(asked);
            broker.settle();
        }
        lookup.remember(queue.name());
        queue.timers().used();
        declared(asked, queue.name(), queue.size(), queue.consumers().size());
    }

    private Queue declareFor(AMQP.Queue.Declare asked) {
        String name = asked.getQueue().isEmpty() ? "amq.gen-" + UUID.randomUUID() : asked.getQueue();
        QueueSettings settings = QueueSettings.declared(name, asked);
        Queue existing = broker.topology().queue(name);
        if (existing == null) {
            if (asked.getQueue().startsWith("amq.")) {
                throw Reply.ACCESS_REFUSED.because("queue name '" + name + "' contains reserved prefix 'amq.*'");
            }
            return broker.topology().addQueue(settings, asked.getExclusive() ? channel.connection() : null);
        }
        lookup.checkOwner(existing);
        if (existing.settings().exclusive() != settings.exclusive()) {
            throw QueueLookup.locked(name);
        }
        existing.settings().checkSame(settings);
        return existing;
    }

    private void declared(AMQP.Queue.Declare asked, String name, int messages, int consumers) {
        if (!asked.getNowait()) {
            channel.send(new AMQP.Queue.DeclareOk.Builder()
                    .queue(name)
                    .messageCount(messages)
                    .consumerCount(consumers)
                    .build());
        }
    }

    private void delete(AMQP.Queue.Delete asked) {
        Queue queue = lookup.find(asked.getQueue());
        int messages = 0;
        if (queue != null) {
            if (asked.getIfUnused() && !queue.consumers().isEmpty()) {
                throw Reply.PRECONDITION_FAILED.because("queue '" + queue.name() + "' in vhost '/' in use");
            }
            if (asked.getIfEmpty() && queue.size() > 0) {
                throw Reply.PRECONDITION_FAILED.because("queue '" + queue.name() + "' in vhost '/' is not empty");
            }
            messages = queue.size();
            broker.topology().deleteQueue(queue);
            broker.settle();
        }
        if (!asked.getNowait()) {
            channel.send(
                    new AMQP.Queue.DeleteOk.Builder().messageCount(messages).build());
        }
    }

    private void purge(AMQP.Queue.Purge asked) {
        int messages = lookup.require(asked.getQueue()).purge();
        broker.settle();
        if (!asked.getNowait()) {
            channel.send(new AMQP.Queue.PurgeOk.Builder().messageCount(messages).build());
        }
    }

    private void bind(AMQP.Queue.Bind asked) {
        ExchangeMethods.refuseDefault(asked.getExchange());
        Exchange source = broker.topology().requireExchange(asked.getExchange());
        Queue queue = lookup.require(asked.getQueue());
        String key = lookup.key(asked.getQueue(), asked.getRoutingKey());
        broker.topology().bind(source, Binding.toQueue(queue.name(), key, asked.getArguments()));
        broker.settle();
        if (!asked.getNowait()) {
            channel.send(new AMQP.Queue.BindOk.Builder().build());
        }
    }

    /** What is not bound is unbound already, also where an end is missing. */
    private void unbind(AMQP.Queue.Unbind asked) {
        ExchangeMethods.refuseDefault(asked.getExchange());
        Exchange source = broker.topology().exchange(asked.getExchange());
        Queue queue = lookup.find(asked.getQueue());
        if (source != null && queue != null) {
            String key = lookup.key(asked.getQueue(), asked.getRoutingKey());
            broker.topology().unbind(source, Binding.toQueue(queue.name(), key, asked.getArguments()));
            broker.settle();
        }
        channel.send(new AMQP.Queue.UnbindOk.Builder().build());
    }
}
