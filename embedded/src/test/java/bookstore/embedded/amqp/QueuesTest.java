package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.time.Duration;
import java.util.Map;

class QueuesTest {

    @BrokerTest
    void a_queue_may_be_declared_again_but_not_differently(Client client) throws Exception {
        String queue = client.queue("x-message-ttl", 60_000, "x-dead-letter-exchange", "");

        client.channel.queueDeclare(
                queue, true, false, false, Map.of("x-message-ttl", 60_000L, "x-dead-letter-exchange", ""));

        assertThat(client.refusal(channel -> channel.queueDeclare(queue, true, false, false, Map.of())))
                .startsWith("406 PRECONDITION_FAILED - inequivalent arg 'x-");
        assertThat(client.refusal(channel -> channel.queueDeclare(
                        queue, false, false, false, Map.of("x-message-ttl", 60_000, "x-dead-letter-exchange", ""))))
                .startsWith("406 PRECONDITION_FAILED - inequivalent arg 'durable' for queue");
    }

    @BrokerTest
    void nonsense_in_a_declaration_is_refused(Client client) throws Exception {
        for (Map<String, Object> nonsense : java.util.List.<Map<String, Object>>of(
                Map.of("x-message-ttl", -1),
                Map.of("x-message-ttl", "soon"),
                Map.of("x-overflow", "explode"),
                Map.of("x-queue-type", "magic"),
                Map.of("x-dead-letter-routing-key", "without-exchange"))) {
            String queue = client.queueName();
            assertThat(client.refusal(channel -> channel.queueDeclare(queue, true, false, false, nonsense)))
                    .as("%s", nonsense)
                    .startsWith("406 PRECONDITION_FAILED");
        }
    }

    @BrokerTest
    void what_is_not_there_is_not_found(Client client) throws Exception {
        assertThat(client.refusal(channel -> channel.queueDeclarePassive("nowhere")))
                .isEqualTo("404 NOT_FOUND - no queue 'nowhere' in vhost '/'");
        assertThat(client.refusal(channel -> channel.basicGet("nowhere", true))).startsWith("404 NOT_FOUND");
        assertThat(client.refusal(channel -> channel.basicConsume("nowhere", (tag, message) -> {}, tag -> {})))
                .startsWith("404 NOT_FOUND");
        assertThat(client.refusal(channel -> channel.queueBind("nowhere", "amq.topic", "#")))
                .startsWith("404 NOT_FOUND");
        assertThat(client.refusal(channel -> channel.queuePurge("nowhere"))).startsWith("404 NOT_FOUND");
        assertThat(client.channel.queueDelete("nowhere").getMessageCount()).isZero();
    }

    @BrokerTest
    void the_server_invents_a_name_and_keeps_its_prefix_to_itself(Client client) throws Exception {
        String name = client.channel.queueDeclare().getQueue();

        assertThat(name).startsWith("amq.gen-");
        assertThat(client.refusal(channel -> channel.queueDeclare("amq.mine", false, false, false, null)))
                .startsWith("403 ACCESS_REFUSED");
    }

    @BrokerTest
    void an_exclusive_queue_belongs_to_its_connection_and_dies_with_it(Client client) throws Exception {
        String queue = client.queueName();
        Connection owner = client.connect();
        owner.createChannel().queueDeclare(queue, false, true, false, null);

        assertThat(client.refusal(channel -> channel.basicGet(queue, true))).startsWith("405 RESOURCE_LOCKED");
        assertThat(client.refusal(channel -> channel.queueDeclare(queue, false, true, false, null)))
                .startsWith("405 RESOURCE_LOCKED");
        owner.close();

        await().until(() ->
                client.refusal(channel -> channel.queueDeclarePassive(queue)).startsWith("404"));
    }

    @BrokerTest
    void an_auto_delete_queue_goes_with_its_last_consumer(Client client) throws Exception {
        String queue = client.queueName();
        client.channel.queueDeclare(queue, false, false, true, null);
        String consumer = client.channel.basicConsume(queue, (tag, message) -> {}, tag -> {});
        client.channel.queueDeclarePassive(queue);

        client.channel.basicCancel(consumer);

        assertThat(client.refusal(channel -> channel.queueDeclarePassive(queue)))
                .startsWith("404");
    }

    @BrokerTest
    void an_idle_queue_expires(Client client) throws Exception {
        String queue = client.queueName();
        client.channel.queueDeclare(queue, false, false, false, Map.of("x-expires", 100));

        // asked more often, a real one may take the question for use
        await().pollInterval(Duration.ofMillis(500))
                .until(() -> client.refusal(channel -> channel.queueBind(queue, "amq.topic", "#"))
                        .startsWith("404"));
    }

    @BrokerTest
    void a_queue_in_use_or_with_messages_can_be_spared(Client client) throws Exception {
        String queue = client.queue();
        client.put(queue, "1", "2");
        client.hasReady(queue, 2);

        assertThat(client.refusal(channel -> channel.queueDelete(queue, false, true)))
                .startsWith("406 PRECONDITION_FAILED");
        Channel consuming = client.connection.createChannel();
        consuming.basicQos(1);
        consuming.basicConsume(queue, (tag, message) -> {}, tag -> {});
        assertThat(client.refusal(channel -> channel.queueDelete(queue, true, false)))
                .startsWith("406 PRECONDITION_FAILED");

        assertThat(client.channel.queuePurge(queue).getMessageCount()).isEqualTo(1);
        consuming.close();
        client.hasReady(queue, 1);
        assertThat(client.channel.queueDelete(queue).getMessageCount()).isEqualTo(1);
    }

    @BrokerTest
    void an_empty_name_means_the_queue_declared_last(Client client) throws Exception {
        String queue = client.queue();
        client.channel.queueBind("", "amq.direct", "");

        client.publish("amq.direct", queue, null, "found");

        assertThat(client.text(queue)).isEqualTo("found");
        assertThat(client.refusal(channel -> channel.queuePurge(""))).startsWith("404 NOT_FOUND");
    }
}
