package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class DeadLetteringTest {

    @BrokerTest
    void a_rejected_message_goes_to_the_dead_letter_exchange_with_its_story(Client client) throws Exception {
        String dead = client.queue();
        String queue = client.queue("x-dead-letter-exchange", "", "x-dead-letter-routing-key", dead);
        client.publish("", queue, Client.headers("attempt", 1), "poison");

        GetResponse got = client.hold(queue);
        client.channel.basicReject(got.getEnvelope().getDeliveryTag(), false);

        GetResponse letter = client.take(dead);
        Map<String, Object> headers = letter.getProps().getHeaders();
        assertThat(headers).containsEntry("attempt", 1);
        assertThat(headers.get("x-first-death-reason")).hasToString("rejected");
        assertThat(headers.get("x-first-death-queue")).hasToString(queue);
        assertThat(headers.get("x-first-death-exchange")).hasToString("");
        Map<?, ?> death = (Map<?, ?>) ((List<?>) headers.get("x-death")).get(0);
        assertThat(death.get("count")).isEqualTo(1L);
        assertThat(death.get("reason")).hasToString("rejected");
        assertThat(death.get("queue")).hasToString(queue);
        assertThat(death.get("routing-keys")).hasToString("[" + queue + "]");
        assertThat(death.get("time")).isInstanceOf(java.util.Date.class);
        assertThat(letter.getEnvelope().getRoutingKey()).isEqualTo(dead);
    }

    @BrokerTest
    void a_retry_queue_without_a_key_sends_the_message_back_where_it_came_from(Client client) throws Exception {
        String retries = client.exchange("fanout");
        String retry = client.queue("x-message-ttl", 50, "x-dead-letter-exchange", "");
        String work = client.queue("x-dead-letter-exchange", retries);
        client.channel.queueBind(retry, retries, "");
        client.put(work, "again");

        for (int attempt = 0; attempt < 3; attempt++) {
            client.channel.basicReject(client.hold(work).getEnvelope().getDeliveryTag(), false);
        }

        GetResponse fourth = client.take(work);
        List<?> deaths = (List<?>) fourth.getProps().getHeaders().get("x-death");
        assertThat(deaths).hasSize(2);
        assertThat(((Map<?, ?>) deaths.get(0)).get("reason")).hasToString("expired");
        assertThat(((Map<?, ?>) deaths.get(0)).get("count")).isEqualTo(3L);
        assertThat(fourth.getEnvelope().getRoutingKey()).isEqualTo(work);
    }

    @BrokerTest
    void a_message_with_its_own_expiration_loses_it_when_it_dies(Client client) throws Exception {
        String dead = client.queue();
        String queue = client.queue("x-dead-letter-exchange", "", "x-dead-letter-routing-key", dead);

        client.publish("", queue, new BasicProperties.Builder().expiration("30").build(), "short");

        GetResponse letter = client.take(dead);
        Map<?, ?> death = (Map<?, ?>) ((List<?>) letter.getProps().getHeaders().get("x-death")).get(0);
        assertThat(death.get("original-expiration")).hasToString("30");
        assertThat(letter.getProps().getExpiration()).isNull();
        assertThat(client.refusal(channel -> channel.basicPublish(
                        "",
                        queue,
                        new BasicProperties.Builder().expiration("soon").build(),
                        new byte[0])))
                .startsWith("406 PRECONDITION_FAILED - invalid expiration");
    }

    @BrokerTest
    void a_full_queue_drops_its_oldest_message(Client client) throws Exception {
        String dead = client.queue();
        String queue = client.queue("x-max-length", 2, "x-dead-letter-exchange", "", "x-dead-letter-routing-key", dead);

        client.put(queue, "1", "2", "3");

        GetResponse letter = client.take(dead);
        assertThat(new String(letter.getBody(), UTF_8)).isEqualTo("1");
        assertThat(letter.getProps().getHeaders().get("x-first-death-reason")).hasToString("maxlen");
        client.hasReady(queue, 2);
    }

    @BrokerTest
    void a_cycle_without_a_rejection_ends(Client client) throws Exception {
        String queue = client.queueName();
        client.channel.queueDeclare(
                queue,
                true,
                false,
                false,
                Client.map("x-message-ttl", 20, "x-dead-letter-exchange", "", "x-dead-letter-routing-key", queue));

        client.put(queue, "round");

        client.becomesEmpty(queue);
    }

    @BrokerTest
    void full_queues_that_feed_each_other_come_to_rest(Client client) throws Exception {
        String first = client.queueName();
        String second =
                client.queue("x-max-length", 1, "x-dead-letter-exchange", "", "x-dead-letter-routing-key", first);
        client.channel.queueDeclare(
                first,
                true,
                false,
                false,
                Client.map("x-max-length", 1, "x-dead-letter-exchange", "", "x-dead-letter-routing-key", second));

        client.put(first, IntStream.range(0, 10).mapToObj(String::valueOf).toArray(String[]::new));

        client.hasReady(first, 1);
        client.hasReady(second, 1);
    }
}
