package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRabbitTest {

    @TempDir
    private Path directory;

    @Test
    void a_taken_port_is_named() {
        try (var first = start(0)) {
            assertThatThrownBy(() -> EmbeddedRabbit.start(
                            "127.0.0.1", first.port(), "guest", "guest", directory.resolve("other")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
        }
    }

    @Test
    void a_journal_has_one_broker() {
        try (var first = start(0)) {
            assertThatThrownBy(() -> start(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another broker already uses the journal directory");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void a_wrong_password_and_a_wrong_vhost_are_refused() {
        try (var rabbit = start(0)) {
            var factory = new ConnectionFactory();
            factory.setPort(rabbit.port());
            factory.setPassword("wrong");
            assertThatThrownBy(factory::newConnection).isInstanceOf(AuthenticationFailureException.class);

            factory.setPassword("guest");
            factory.setVirtualHost("elsewhere");
            assertThatThrownBy(factory::newConnection)
                    .hasRootCauseMessage(
                            "connection error; protocol method: #method<connection.close>(reply-code=530, reply-text=NOT_ALLOWED"
                                    + " - vhost elsewhere not found, class-id=0, method-id=0)");
        }
    }

    @Test
    void another_protocol_is_told_which_one_is_spoken() throws Exception {
        try (var rabbit = start(0);
                var socket = new Socket("127.0.0.1", rabbit.port())) {
            socket.getOutputStream().write("GET / HT".getBytes(UTF_8));

            assertThat(socket.getInputStream().readNBytes(8)).containsExactly('A', 'M', 'Q', 'P', 0, 0, 9, 1);
        }
    }

    @Test
    void what_is_durable_survives_a_restart_and_nothing_else() throws Exception {
        try (var rabbit = start(0);
                var client = client(rabbit)) {
            Channel channel = client.connect().createChannel();
            channel.confirmSelect();
            channel.exchangeDeclare("events", "topic", true);
            channel.exchangeDeclare("all", "fanout", true);
            channel.exchangeBind("all", "events", "#");
            channel.queueDeclare("kept", true, false, false, Client.map("x-message-ttl", 600_000));
            channel.queueDeclare("lost", false, false, false, null);
            channel.queueBind("kept", "all", "");
            channel.basicPublish("events", "a", MessageProperties.PERSISTENT_BASIC, "1".getBytes(UTF_8));
            channel.basicPublish("events", "a", MessageProperties.PERSISTENT_BASIC, "2".getBytes(UTF_8));
            channel.basicPublish("events", "a", MessageProperties.PERSISTENT_BASIC, "3".getBytes(UTF_8));
            channel.basicPublish("events", "a", new BasicProperties(), "transient".getBytes(UTF_8));
            channel.waitForConfirmsOrDie(5000);
            channel.basicGet("kept", true);
            channel.basicGet("kept", false);
        }

        try (var rabbit = start(0);
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
    void a_batch_that_was_cut_off_is_left_out() throws Exception {
        try (var rabbit = start(0);
                var client = client(rabbit)) {
            client.channel.queueDeclare("kept", true, false, false, null);
        }
        try (OutputStream journal = Files.newOutputStream(directory.resolve("journal"), StandardOpenOption.APPEND)) {
            journal.write(new byte[] {0, 0, 1, 0, 9, 9, 9, 9, 'T'});
        }

        try (var rabbit = start(0);
                var client = client(rabbit)) {
            client.hasReady("kept", 0);
        }
    }

    @Test
    void the_journal_does_not_grow_without_bound() throws Exception {
        try (var rabbit = start(0);
                var client = client(rabbit)) {
            client.channel.queueDeclare("busy", true, false, false, null);
            client.channel.confirmSelect();
            client.put("busy", "stays");
            client.channel.waitForConfirmsOrDie(5000);
            var unsettled = client.channel.basicGet("busy", false);
            for (int i = 0; i < 60; i++) {
                client.channel.basicPublish("", "busy", MessageProperties.PERSISTENT_BASIC, new byte[1_000_000]);
                client.channel.waitForConfirmsOrDie(5000);
                client.channel.basicGet("busy", true);
            }

            assertThat(unsettled).isNotNull();
            assertThat(Files.size(directory.resolve("journal"))).isLessThan(20_000_000);
        }
        try (var rabbit = start(0);
                var client = client(rabbit)) {
            assertThat(client.text("busy")).isEqualTo("stays");
            client.becomesEmpty("busy");
        }
    }

    private EmbeddedRabbit start(int port) {
        return EmbeddedRabbit.start("127.0.0.1", port, "guest", "guest", directory);
    }

    private static Client client(EmbeddedRabbit rabbit) {
        return new Client("amqp://guest:guest@127.0.0.1:" + rabbit.port());
    }
}
