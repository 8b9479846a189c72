package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class DeliveryTest {

    @BrokerTest
    void unacknowledged_messages_return_in_order_when_their_channel_ends(Client client) throws Exception {
        String queue = client.queue();
        client.put(queue, "1", "2", "3");
        client.hasReady(queue, 3);
        Channel lost = client.connection.createChannel();
        assertThat(lost.basicGet(queue, false).getEnvelope().isRedeliver()).isFalse();
        lost.basicGet(queue, false);

        lost.close();

        client.hasReady(queue, 3);
        GetResponse first = client.take(queue);
        assertThat(first.getBody()).asString().isEqualTo("1");
        assertThat(first.getEnvelope().isRedeliver()).isTrue();
        assertThat(client.text(queue)).isEqualTo("2");
        assertThat(client.take(queue).getEnvelope().isRedeliver()).isFalse();
    }

    @BrokerTest
    void prefetch_limits_what_a_consumer_holds(Client client) throws Exception {
        String queue = client.queue();
        client.put(queue, "1", "2", "3", "4", "5");
        var got = new CopyOnWriteArrayList<Delivery>();
        client.channel.basicQos(2);

        client.channel.basicConsume(queue, false, (tag, message) -> got.add(message), tag -> {});

        await().until(() -> got.size() == 2);
        client.hasReady(queue, 3);
        client.channel.basicAck(got.get(1).getEnvelope().getDeliveryTag(), true);
        await().until(() -> got.size() == 4);
        client.hasReady(queue, 1);
    }

    @BrokerTest
    void a_channel_can_share_one_limit_among_its_consumers(Client client) throws Exception {
        String first = client.queue();
        String second = client.queue();
        client.put(first, "1", "2");
        client.put(second, "1", "2");
        var got = new CopyOnWriteArrayList<Delivery>();
        client.channel.basicQos(3, true);

        client.channel.basicConsume(first, false, (tag, message) -> got.add(message), tag -> {});
        client.channel.basicConsume(second, false, (tag, message) -> got.add(message), tag -> {});

        await().until(() -> got.size() == 3);
        client.hasReady(second, 1);
        client.channel.basicAck(got.get(0).getEnvelope().getDeliveryTag(), false);
        client.hasReady(second, 0);
    }

    @BrokerTest
    void a_declined_message_is_delivered_again(Client client) throws Exception {
        String queue = client.queue();
        client.put(queue, "1", "2");
        client.hasReady(queue, 2);

        GetResponse got = client.channel.basicGet(queue, false);
        assertThat(got.getMessageCount()).isEqualTo(1);
        client.channel.basicNack(got.getEnvelope().getDeliveryTag(), false, true);

        GetResponse again = client.take(queue);
        assertThat(again.getBody()).asString().isEqualTo("1");
        assertThat(again.getEnvelope().isRedeliver()).isTrue();
    }

    @BrokerTest
    void recovering_gives_everything_back(Client client) throws Exception {
        String queue = client.queue();
        client.put(queue, "1", "2");
        client.hasReady(queue, 2);
        client.channel.basicGet(queue, false);
        client.channel.basicGet(queue, false);

        client.channel.basicRecover(true);

        client.hasReady(queue, 2);
    }

    @BrokerTest
    void an_unknown_delivery_tag_is_refused(Client client) throws Exception {
        assertThat(client.refusal(channel -> channel.basicAck(7, false)))
                .isEqualTo("406 PRECONDITION_FAILED - unknown delivery tag 7");
    }

    @BrokerTest
    void a_higher_priority_overtakes(Client client) throws Exception {
        String queue = client.queue("x-max-priority", 5);
        for (int priority : List.of(1, 9, 3, 5)) {
            client.publish(
                    "", queue, new BasicProperties.Builder().priority(priority).build(), "p" + priority);
        }
        client.hasReady(queue, 4);

        assertThat(List.of(client.text(queue), client.text(queue), client.text(queue), client.text(queue)))
                .containsExactly("p9", "p5", "p3", "p1");
    }

    private static String text(Delivery message) {
        return new String(message.getBody(), UTF_8);
    }
}
