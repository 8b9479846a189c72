package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MessageProperties;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path directory;

    @Test
    void a_journal_has_one_broker() {
        try (var first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already uses the directory");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void what_is_durable_survives_a_restart_and_nothing_else() throws Exception {
        try (var rabbit = start();
                var client = client(rabbit)) {
            fill(client.connect().createChannel());
        }

        try (var rabbit = start();
                var client = client(rabbit)) {
            client.hasReady("kept", 2);
            var second = client.take("kept");
            assertThat(second.getBody()).asString().isEqualTo("2");
            assertThat(second.getEnvelope().isRedeliver()).isTrue();
            assertThat(client.take("kept").getEnvelope().isRedeliver()).isFalse();
            assertThat(client.refusal(channel -> channel.queueDeclarePassive("lost")))
                    .startsWith("404");
            client.publish("events", "b", null, "still bound");
            assertThat(client.text("kept")).isEqualTo("still bound");
        }
    }

    @Test
    void a_poison_message_that_takes_the_broker_down_is_given_up_too() throws Exception {
        try (var rabbit = start();
                var client = client(rabbit)) {
            client.channel.queueDeclare("dead", true, false, false, null);
            client.channel.queueDeclare("work", true, false, false, quorumWithDeadLetters());
            client.put("work", "poison");
            client.hold("work");
        }
        try (var rabbit = start();
                var client = client(rabbit)) {
            assertThat(client.hold("work").getProps().getHeaders()).containsEntry("x-delivery-count", 1L);
        }

        try (var rabbit = start();
                var client = client(rabbit)) {
            assertThat(client.text("dead")).isEqualTo("poison");
        }
    }

    @Test
    void a_batch_that_was_cut_off_is_left_out() throws Exception {
        try (var rabbit = start();
                var client = client(rabbit)) {
            client.channel.queueDeclare("kept", true, false, false, null);
        }
        try (OutputStream journal = Files.newOutputStream(directory.resolve("journal"), StandardOpenOption.APPEND)) {
            journal.write(new byte[] {0, 0, 1, 0, 9, 9, 9, 9, 'T'});
        }

        try (var rabbit = start();
                var client = client(rabbit)) {
            client.hasReady("kept", 0);
        }
    }

    private static Map<String, Object> quorumWithDeadLetters() {
        Map<String, Object> arguments = Client.map("x-queue-type", "quorum", "x-delivery-limit", 1);
        arguments.putAll(Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "dead"));
        return arguments;
    }

    private EmbeddedRabbit start() {
        return EmbeddedRabbit.start("127.0.0.1", 0, "guest", "guest", directory);
    }

    private static Client client(EmbeddedRabbit rabbit) {
        return new Client("amqp://guest:guest@127.0.0.1:" + rabbit.port());
    }

    private static void fill(Channel channel) throws Exception {
        channel.confirmSelect();
        channel.exchangeDeclare("events", "topic", true);
        channel.exchangeDeclare("all", "fanout", true);
        channel.exchangeBind("all", "events", "#");
        channel.queueDeclare("kept", true, false, false, Client.map("x-message-ttl", 600_000));
        channel.queueDeclare("lost", false, false, false, null);
        channel.queueBind("kept", "all", "");
        for (String body : List.of("1", "2", "3")) {
            channel.basicPublish("events", "a", MessageProperties.PERSISTENT_BASIC, body.getBytes(UTF_8));
        }
        channel.basicPublish("events", "a", new BasicProperties(), "transient".getBytes(UTF_8));
        channel.waitForConfirmsOrDie(5000);
        channel.basicGet("kept", true);
        channel.basicGet("kept", false);
    }
}
