package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ConnectionFactory;
import java.net.Socket;
import java.nio.file.Path;
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

    private EmbeddedRabbit start(int port) {
        return EmbeddedRabbit.start("127.0.0.1", port, "guest", "guest", directory);
    }

    private static Client client(EmbeddedRabbit rabbit) {
        return new Client("amqp://guest:guest@127.0.0.1:" + rabbit.port());
    }
}
