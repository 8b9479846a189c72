package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Delivery;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

class ConsumersTest {

    @BrokerTest
    void consumers_take_turns(Client client) throws Exception {
        String queue = client.queue();
        var first = new CopyOnWriteArrayList<Delivery>();
        var second = new CopyOnWriteArrayList<Delivery>();
        client.channel.basicConsume(queue, true, (tag, message) -> first.add(message), tag -> {});
        client.channel.basicConsume(queue, true, (tag, message) -> second.add(message), tag -> {});

        client.put(queue, "1", "2", "3", "4");

        await().until(() -> first.size() == 2 && second.size() == 2);
    }

    @BrokerTest
    void a_single_active_consumer_is_followed_by_the_next(Client client) throws Exception {
        String queue = client.queue("x-single-active-consumer", true);
        var first = new CopyOnWriteArrayList<Delivery>();
        var second = new CopyOnWriteArrayList<Delivery>();
        String active = client.channel.basicConsume(queue, true, (tag, message) -> first.add(message), tag -> {});
        client.channel.basicConsume(queue, true, (tag, message) -> second.add(message), tag -> {});

        client.put(queue, "1", "2");
        await().until(() -> first.size() == 2);
        client.channel.basicCancel(active);
        client.put(queue, "3");

        await().until(() -> second.size() == 1);
    }

    @BrokerTest
    void a_consumer_hears_that_its_queue_is_gone(Client client) throws Exception {
        String queue = client.queue();
        var cancelled = new CopyOnWriteArrayList<String>();
        String consumer = client.channel.basicConsume(queue, (tag, message) -> {}, tag -> cancelled.add(tag));

        client.channel.queueDelete(queue);

        await().until(() -> cancelled.contains(consumer));
    }

    @BrokerTest
    void an_exclusive_consumer_is_alone(Client client) throws Exception {
        String queue = client.queue();
        client.channel.basicConsume(queue, true, "only", false, true, null, (tag, message) -> {}, tag -> {});

        assertThat(client.refusal(channel -> channel.basicConsume(queue, (tag, message) -> {}, tag -> {})))
                .startsWith("403 ACCESS_REFUSED - queue '" + queue + "' in vhost '/' in exclusive use");
    }

    @BrokerTest
    void the_consumer_with_the_higher_priority_is_served_first(Client client) throws Exception {
        String queue = client.queue();
        var low = new CopyOnWriteArrayList<String>();
        var high = new CopyOnWriteArrayList<String>();
        client.channel.basicConsume(
                queue, true, Map.of("x-priority", 1), (tag, message) -> low.add(text(message)), tag -> {});
        client.channel.basicConsume(
                queue, true, Map.of("x-priority", 5), (tag, message) -> high.add(text(message)), tag -> {});

        client.put(queue, "1", "2", "3");

        await().until(() -> high.size() == 3);
        assertThat(low).isEmpty();
    }

    private static String text(Delivery message) {
        return new String(message.getBody(), UTF_8);
    }
}
