package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.MessageProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSizeTest {

    @TempDir
    private Path directory;

    @Test
    void the_journal_does_not_grow_without_bound() throws Exception {
        try (var rabbit = start();
                var client = client(rabbit)) {
            client.channel.queueDeclare("busy", true, false, false, null);
            client.channel.confirmSelect();
            client.put("busy", "stays");
            var unsettled = client.hold("busy");
            for (int i = 0; i < 60; i++) {
                client.channel.basicPublish("", "busy", MessageProperties.PERSISTENT_BASIC, new byte[1_000_000]);
                client.channel.waitForConfirmsOrDie(5000);
                client.channel.basicGet("busy", true);
            }

            assertThat(unsettled).isNotNull();
            assertThat(Files.size(directory.resolve("journal"))).isLessThan(20_000_000);
        }
        try (var rabbit = start();
                var client = client(rabbit)) {
            assertThat(client.text("busy")).isEqualTo("stays");
            client.becomesEmpty("busy");
        }
    }

    private EmbeddedRabbit start() {
        return EmbeddedRabbit.start("127.0.0.1", 0, "guest", "guest", directory);
    }

    private static Client client(EmbeddedRabbit rabbit) {
        return new Client("amqp://guest:guest@127.0.0.1:" + rabbit.port());
    }
}
