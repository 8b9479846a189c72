package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;

/** What a channel sends to its consumers. */
final class Deliveries {

    private final Channel channel;

    Deliveries(Channel channel) {
        this.channel = channel;
    }

    void send(Consumer consumer, Entry entry) {
        long tag = channel.unacknowledged().nextTag();
        if (!consumer.needsNoAck()) {
            channel.unacknowledged().add(new Unacknowledged.Delivery(tag, consumer.queue(), entry, consumer));
            consumer.received();
        }
        send(consumer.tag(), tag, entry.deliveries() > 0, entry.from(consumer.queue()));
    }

    void sendReply(String consumerTag, Message message) {
        send(consumerTag, channel.unacknowledged().nextTag(), false, message);
    }

    /** The queue went away under its consumer. */
    void cancel(Consumer consumer) {
        channel.consumers().remove(consumer.tag());
        if (channel.connection().terms().hearsCancellations()) {
            channel.send(new AMQP.Basic.Cancel.Builder()
                    .consumerTag(consumer.tag())
                    .nowait()
                    .build());
        }
    }

    private void send(String consumerTag, long tag, boolean redelivered, Message message) {
        var deliver = new AMQP.Basic.Deliver.Builder()
                .consumerTag(consumerTag)
                .deliveryTag(tag)
                .redelivered(redelivered)
                .exchange(message.exchange())
                .routingKey(message.routingKey());
        channel.send(deliver.build(), message);
    }
}
