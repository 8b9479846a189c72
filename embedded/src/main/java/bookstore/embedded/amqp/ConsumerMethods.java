package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQImpl;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consuming from queues and fetching from them. */
final class ConsumerMethods {

    private final Channel channel;
    private final QueueLookup lookup;
    private int prefetch;

    ConsumerMethods(Channel channel, QueueLookup lookup, Methods methods) {
        this.channel = channel;
        this.lookup = lookup;
        methods.on(AMQImpl.Basic.Qos.class, this::limit)
                .on(AMQImpl.Basic.Consume.class, this::consume)
                .on(AMQImpl.Basic.Cancel.class, this::cancel)
                .on(AMQImpl.Basic.Get.class, this::fetch);
    }

    private void limit(AMQP.Basic.Qos qos) {
        if (qos.getPrefetchSize() != 0) {
            throw Reply.NOT_IMPLEMENTED.because("prefetch_size!=0 (" + qos.getPrefetchSize() + ")");
        }
        if (qos.getGlobal()) {
            channel.unacknowledged().limit(qos.getPrefetchCount());
        } else {
            prefetch = qos.getPrefetchCount();
        }
        channel.send(new AMQP.Basic.QosOk.Builder().build());
        channel.settling().pump();
    }

    private void consume(AMQP.Basic.Consume asked) {
        String tag = asked.getConsumerTag().isEmpty() ? "amq.ctag-" + UUID.randomUUID() : asked.getConsumerTag();
        if (asked.getQueue().equals(DirectReplies.NAME)) {
            if (!asked.getNoAck()) {
                throw Reply.PRECONDITION_FAILED.because("reply consumer cannot acknowledge");
            }
            channel.publishing().openReplies(tag);
            consuming(asked, tag);
            return;
        }
        if (channel.consumers().containsKey(tag)) {
            throw Reply.NOT_ALLOWED.because("attempt to reuse consumer tag '" + tag + "'");
        }
        Queue queue = lookup.require(asked.getQueue());
        var consumer = new Consumer(
                channel, tag, queue, asked.getNoAck(), asked.getExclusive(), prefetch, priority(asked.getArguments()));
        queue.consumers().add(queue.name(), consumer);
        channel.consumers().put(tag, consumer);
        consuming(asked, tag);
        queue.pump();
    }

    private void consuming(AMQP.Basic.Consume asked, String tag) {
        if (!asked.getNowait()) {
            channel.send(new AMQP.Basic.ConsumeOk.Builder().consumerTag(tag).build());
        }
    }

    private void cancel(AMQP.Basic.Cancel asked) {
        Consumer consumer = channel.consumers().remove(asked.getConsumerTag());
        if (consumer != null) {
            consumer.queue().consumers().remove(consumer);
        } else {
            channel.publishing().closeReplies(asked.getConsumerTag());
        }
        if (!asked.getNowait()) {
            channel.send(new AMQP.Basic.CancelOk.Builder()
                    .consumerTag(asked.getConsumerTag())
                    .build());
        }
        if (consumer != null) {
            consumer.queue().abandoned();
        }
    }

    private void fetch(AMQP.Basic.Get asked) {
        Queue queue = lookup.require(asked.getQueue());
        Entry entry = queue.first();
        if (entry == null) {
            channel.send(new AMQP.Basic.GetEmpty.Builder().build());
            return;
        }
        Message message = entry.from(queue);
        boolean redelivered = entry.deliveries() > 0;
        queue.takeFirst(asked.getNoAck());
        long tag = channel.unacknowledged().nextTag();
        if (!asked.getNoAck()) {
            channel.unacknowledged().add(new Unacknowledged.Delivery(tag, queue, entry, null));
        }
        var ok = new AMQP.Basic.GetOk.Builder()
                .deliveryTag(tag)
                .redelivered(redelivered)
                .exchange(message.exchange())
                .routingKey(message.routingKey())
                .messageCount(queue.size());
        channel.send(ok.build(), message);
    }

    private static int priority(@Nullable Map<String, Object> arguments) {
        return arguments != null && arguments.get("x-priority") instanceof Number priority ? priority.intValue() : 0;
    }
}
