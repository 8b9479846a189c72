package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuorumQueuesTest {

    /** More often than RabbitMQ 4 lets a message come back by itself. */
    private static final int PATIENT = 50;

    @BrokerTest
    void a_quorum_queue_counts_deliveries_and_gives_up_at_the_limit(Client client) throws Exception {
        String dead = client.queue();
        String queue = client.queue(
                "x-queue-type",
                "quorum",
                "x-delivery-limit",
                2,
                "x-dead-letter-exchange",
                "",
                "x-dead-letter-routing-key",
                dead);
        client.put(queue, "poison");

        for (int delivery = 0; delivery < 3; delivery++) {
            GetResponse got = client.hold(queue);
            assertThat(got.getEnvelope().isRedeliver()).isEqualTo(delivery > 0);
            assertThat(String.valueOf(got.getProps().getHeaders()))
                    .contains(delivery == 0 ? "" : "x-delivery-count=" + delivery);
            client.channel.basicNack(got.getEnvelope().getDeliveryTag(), false, true);
        }

        assertThat(client.take(dead).getProps().getHeaders().get("x-first-death-reason"))
                .hasToString("delivery_limit");
    }

    @BrokerTest
    void a_limit_may_be_as_large_as_never(Client client) throws Exception {
        String queue = client.queue("x-queue-type", "quorum", "x-delivery-limit", Integer.MAX_VALUE);
        client.put(queue, "1");

        comesBack(client, queue, PATIENT);

        assertThat(client.text(queue)).isEqualTo("1");
    }

    /** RabbitMQ 3 has no limit then, RabbitMQ 4 has this one; a program that runs here has to run there. */
    @Test
    void without_a_limit_it_is_that_of_rabbitmq_4() throws Exception {
        try (var client = new Client(Brokers.embedded())) {
            String queue = client.queue("x-queue-type", "quorum");
            client.put(queue, "1");

            comesBack(client, queue, 21);

            client.becomesEmpty(queue);
        }
    }

    private static void comesBack(Client client, String queue, int times) throws Exception {
        for (int delivery = 0; delivery < times; delivery++) {
            long tag = client.hold(queue).getEnvelope().getDeliveryTag();
            client.channel.basicNack(tag, false, true);
        }
    }

    @BrokerTest
    void what_is_declined_goes_to_the_end_and_what_a_lost_channel_held_to_the_front(Client client) throws Exception {
        String queue = client.queue("x-queue-type", "quorum");
        client.put(queue, "1", "2", "3");
        client.hasReady(queue, 3);

        GetResponse declined = client.hold(queue);
        client.channel.basicNack(declined.getEnvelope().getDeliveryTag(), false, true);
        client.hasReady(queue, 3);
        Channel lost = client.connection.createChannel();
        assertThat(lost.basicGet(queue, false).getBody()).asString().isEqualTo("2");
        lost.close();
        client.hasReady(queue, 3);

        assertThat(client.text(queue)).isEqualTo("2");
        assertThat(client.text(queue)).isEqualTo("3");
        assertThat(client.text(queue)).isEqualTo("1");
    }

    @BrokerTest
    void a_quorum_queue_must_be_durable_and_shared(Client client) throws Exception {
        String queue = client.queueName();
        Map<String, Object> quorum = Map.of("x-queue-type", "quorum");

        assertThat(client.refusal(channel -> channel.queueDeclare(queue, false, false, false, quorum)))
                .startsWith("406 PRECONDITION_FAILED");
        assertThat(client.refusal(channel -> channel.queueDeclare(queue, true, true, false, quorum)))
                .startsWith("406 PRECONDITION_FAILED");
    }
}
