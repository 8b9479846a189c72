package bookstore.faults;

import bookstore.messaging.Subscriptions;
import bookstore.messaging.Subscriptions.Subscription;
import bookstore.shared.Request;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/** Hears on the broker what ordering, finance and inventory tell, and can tell it again, to the same queues. */
final class Tap implements AutoCloseable {

    private static final List<Subscription> OVERHEARD = Subscriptions.ALL.stream()
            .filter(heard -> Set.of("ordering", "finance", "inventory").contains(owner(heard)))
            .filter(heard -> Set.of("ordering", "finance", "inventory", "notification", "basket")
                    .contains(heard.consumer()))
            .filter(heard -> !Request.class.isAssignableFrom(heard.message()))
            .toList();

    private final Connection connection;
    private final Channel channel;
    private final Queue<Delivery> heard = new ConcurrentLinkedQueue<>();

    Tap(Addresses addresses) throws IOException, TimeoutException {
        connection = addresses.broker().newConnection();
        channel = connection.createChannel();
        var queue = channel.queueDeclare().getQueue();
        for (var subscription : OVERHEARD) {
            channel.queueBind(
                    queue, subscription.type().exchange(), subscription.type().routingKey());
        }
        channel.basicConsume(queue, true, (tag, delivery) -> heard.add(delivery), tag -> {});
    }

    private static String owner(Subscription subscription) {
        return subscription.type().exchange().split("\\.")[0];
    }

    int heard() {
        return heard.size();
    }

    /** Publishes everything once more, the last first, under the ids that it had. */
    int repeatBackwards() throws IOException {
        var backwards = new ArrayList<>(heard);
        Collections.reverse(backwards);
        var copies = 0;
        for (var delivery : backwards) {
            copies += repeat(delivery, delivery.getProperties());
        }
        return copies;
    }

    /**
     * Messages that were told anew.
     *
     * @param notes how often they will stand in an inbox
     */
    record Anew(List<String> ids, int notes) {}

    /** Publishes everything once more in any order under new ids, as somebody would who has forgotten that it was told. */
    Anew tellAnew() throws IOException {
        var shuffled = new ArrayList<>(heard);
        Collections.shuffle(shuffled, new Random(shuffled.size()));
        var ids = new ArrayList<String>();
        var notes = 0;
        for (var delivery : shuffled) {
            var id = UUID.randomUUID().toString();
            var copies = repeat(
                    delivery, delivery.getProperties().builder().messageId(id).build());
            notes += delivery.getEnvelope().getExchange().equals("finance.commands") ? 0 : copies;
            ids.add(id);
        }
        return new Anew(ids, notes);
    }

    private int repeat(Delivery delivery, BasicProperties properties) throws IOException {
        var copies = 0;
        for (var subscription : OVERHEARD) {
            if (subscription.type().exchange().equals(delivery.getEnvelope().getExchange())
                    && subscription
                            .type()
                            .routingKey()
                            .equals(delivery.getEnvelope().getRoutingKey())) {
                synchronized (channel) {
                    channel.basicPublish("", subscription.queue(), properties, delivery.getBody());
                }
                copies++;
            }
        }
        return copies;
    }

    /** Whether everything that waited for the shop has been fetched. */
    boolean isDrained() throws IOException {
        for (var subscription : OVERHEARD) {
            if (channel.messageCount(subscription.queue()) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Keeps a queue from what its exchange is told, or lets it have that again. */
    void withhold(String queue, String exchange, String key, boolean withheld) throws IOException {
        if (withheld) {
            channel.queueUnbind(queue, exchange, key);
        } else {
            channel.queueBind(queue, exchange, key);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
