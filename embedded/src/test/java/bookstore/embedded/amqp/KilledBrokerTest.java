package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker in a process of its own is killed, as by kill -9, in the middle of publishing. */
class KilledBrokerTest {

    @TempDir
    private Path directory;

    @Test
    void nothing_that_was_confirmed_and_not_acknowledged_is_lost() throws Exception {
        Process broker = broker();
        Set<Integer> confirmed = new ConcurrentSkipListSet<>();
        Set<Integer> acknowledged = new HashSet<>();
        Channel channel = channel(port(broker));
        channel.queueDeclare("orders", true, false, false, Client.map("x-queue-type", "quorum"));
        watch(channel, confirmed);

        publish(channel, 0, 2000);
        await().until(() -> confirmed.size() > 1000);
        for (int i = 0; i < 100; i++) {
            GetResponse got = channel.basicGet("orders", false);
            acknowledged.add(number(got));
            channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
        }
        publish(channel, 2000, 4000);
        await().until(() -> confirmed.size() > 2500);
        broker.destroyForcibly().waitFor();

        List<Integer> recovered = recovered();
        assertThat(broker.exitValue()).as("killed by SIGKILL").isEqualTo(128 + 9);
        Set<Integer> expected = new HashSet<>(confirmed);
        expected.removeAll(acknowledged);
        assertThat(recovered).containsAll(expected).doesNotHaveDuplicates().isSorted();
    }

    private List<Integer> recovered() throws IOException {
        var numbers = new ArrayList<Integer>();
        try (var rabbit = EmbeddedRabbit.start("127.0.0.1", 0, "guest", "guest", directory)) {
            Channel channel = channel(rabbit.port());
            for (GetResponse got = channel.basicGet("orders", true);
                    got != null;
                    got = channel.basicGet("orders", true)) {
                numbers.add(number(got));
            }
        }
        return numbers;
    }

    private static void watch(Channel channel, Set<Integer> confirmed) throws IOException {
        ConcurrentNavigableMap<Long, Integer> open = new ConcurrentSkipListMap<>();
        for (int i = 0; i < 4000; i++) {
            open.put(i + 1L, i);
        }
        channel.addConfirmListener(
                (tag, multiple) -> {
                    var done = multiple ? open.headMap(tag, true) : open.subMap(tag, true, tag, true);
                    confirmed.addAll(done.values());
                    done.clear();
                },
                (tag, multiple) -> {});
        channel.confirmSelect();
    }

    private static void publish(Channel channel, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            byte[] body = String.valueOf(i).getBytes(UTF_8);
            channel.basicPublish("", "orders", MessageProperties.PERSISTENT_BASIC, body);
        }
    }

    private static int number(GetResponse got) {
        return Integer.parseInt(new String(got.getBody(), UTF_8));
    }

    private static Channel channel(int port) {
        try {
            var factory = new ConnectionFactory();
            factory.setPort(port);
            factory.setAutomaticRecoveryEnabled(false);
            return factory.newConnection().createChannel();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Process broker() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process broker) throws IOException {
        return Integer.parseInt(new BufferedReader(new InputStreamReader(broker.getInputStream(), UTF_8)).readLine());
    }
}
