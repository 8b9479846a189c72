package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.Return;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

class PublishingTest {

    @BrokerTest
    void every_publication_is_confirmed(Client client) throws Exception {
        String queue = client.queue();
        var confirmed = new AtomicLong();
        client.channel.confirmSelect();
        client.channel.addConfirmListener((tag, multiple) -> confirmed.set(tag), (tag, multiple) -> {});

        for (int i = 0; i < 500; i++) {
            client.publish("", queue, MessageProperties.PERSISTENT_BASIC, "m" + i);
        }

        assertThat(client.channel.waitForConfirms(10_000)).isTrue();
        assertThat(confirmed).hasValue(500);
        client.hasReady(queue, 500);
    }

    @BrokerTest
    void a_full_queue_can_refuse_and_the_publisher_hears_it(Client client) throws Exception {
        String queue = client.queue("x-max-length", 1, "x-overflow", "reject-publish");
        client.channel.confirmSelect();

        client.put(queue, "taken");
        assertThat(client.channel.waitForConfirms(10_000)).isTrue();
        client.put(queue, "refused");

        assertThat(client.channel.waitForConfirms(10_000)).isFalse();
        client.hasReady(queue, 1);
    }

    @BrokerTest
    void a_mandatory_message_without_a_queue_comes_back_before_its_confirm(Client client) throws Exception {
        var events = new CopyOnWriteArrayList<String>();
        client.channel.addReturnListener((Return returned) -> events.add(
                returned.getReplyCode() + " " + returned.getReplyText() + " " + new String(returned.getBody(), UTF_8)));
        client.channel.addConfirmListener((tag, multiple) -> events.add("ack"), (tag, multiple) -> events.add("nack"));
        client.channel.confirmSelect();

        client.channel.basicPublish("amq.topic", "nobody", true, null, "lost".getBytes(UTF_8));

        await().until(() -> events.size() == 2);
        assertThat(events).containsExactly("312 NO_ROUTE lost", "ack");
    }

    @BrokerTest
    void a_transaction_publishes_and_acknowledges_at_once_or_not_at_all(Client client) throws Exception {
        String in = client.queue();
        String out = client.queue();
        client.put(in, "order");
        client.hasReady(in, 1);
        Channel channel = client.connection.createChannel();
        channel.txSelect();
        GetResponse got = channel.basicGet(in, false);

        channel.basicPublish("", out, null, "rolled back".getBytes(UTF_8));
        channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
        channel.txRollback();
        client.becomesEmpty(out);
        channel.basicPublish("", out, null, "kept".getBytes(UTF_8));
        channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
        channel.txCommit();

        assertThat(client.text(out)).isEqualTo("kept");
        channel.close();
        client.becomesEmpty(in);
    }

    @BrokerTest
    void a_channel_either_confirms_or_is_transactional(Client client) throws Exception {
        assertThat(client.refusal(other -> {
                    other.confirmSelect();
                    other.txSelect();
                }))
                .startsWith("406 PRECONDITION_FAILED");
    }

    @BrokerTest
    void an_answer_finds_the_asker_without_a_queue(Client client) throws Exception {
        String questions = client.queue();
        var answers = new CopyOnWriteArrayList<String>();
        String replies = "amq.rabbitmq.reply-to";
        client.channel.basicConsume(
                replies, true, (tag, message) -> answers.add(new String(message.getBody(), UTF_8)), tag -> {});
        client.publish(
                "", questions, new BasicProperties.Builder().replyTo(replies).build(), "how much?");

        String address = client.take(questions).getProps().getReplyTo();
        Channel answering = client.connection.createChannel();
        answering.basicPublish("", address, null, "12.90".getBytes(UTF_8));

        assertThat(address).startsWith(replies + ".");
        await().until(() -> answers.contains("12.90"));
        assertThat(client.refusal(channel -> channel.basicConsume(replies, false, (tag, message) -> {}, tag -> {})))
                .startsWith("406 PRECONDITION_FAILED");
        assertThat(client.refusal(channel -> channel.basicPublish(
                        "",
                        questions,
                        new BasicProperties.Builder().replyTo(replies).build(),
                        new byte[0])))
                .startsWith("406 PRECONDITION_FAILED - fast reply consumer does not exist");
    }
}
