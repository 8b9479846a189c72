package bookstore.embedded.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qdrant.client.grpc.Collections.Distance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own is killed, as by kill -9, in the middle of writing. */
class KilledQdrantTest {

    private static final int POINTS = 4000;

    @TempDir
    private Path directory;

    private @Nullable Process server;

    @AfterEach
    void end() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void nothing_that_was_answered_is_lost() throws Exception {
        server = server();
        Set<Long> answered = new ConcurrentSkipListSet<>();
        var client = new Client("127.0.0.1:" + port(server));
        client.ask(qdrant -> qdrant.createCollectionAsync("books", Client.params(2, Distance.Cosine)));
        client.ask(qdrant -> qdrant.createAliasAsync("current", "books"));
        put(client, 0, 100, answered);
        await().until(() -> answered.size() == 100);
        client.ask(qdrant -> qdrant.deleteAsync("current", List.of(id(3), id(4))));

        put(client, 100, POINTS, answered);
        await().until(() -> answered.size() > 1000);
        server.destroyForcibly().waitFor();

        assertThat(server.exitValue()).as("killed by SIGKILL").isEqualTo(128 + 9);
        assertThat(answered).as("killed in the middle").hasSizeLessThan(POINTS);
        Set<Long> expected = new HashSet<>(answered);
        expected.removeAll(Set.of(3L, 4L));
        assertThat(recovered()).containsAll(expected).doesNotContain(3L, 4L);
    }

    private Set<Long> recovered() {
        var all = LongStream.range(0, POINTS).mapToObj(number -> id(number)).toList();
        try (var qdrant = EmbeddedQdrant.start("127.0.0.1", 0, directory);
                var client = new Client("127.0.0.1:" + qdrant.port())) {
            return client.ask(q -> q.retrieveAsync("current", all, true, true, null)).stream()
                    .map(point -> point.getPayloadOrThrow("number").getIntegerValue())
                    .collect(Collectors.toSet());
        }
    }

    private static void put(Client client, long from, long to, Set<Long> answered) {
        for (long i = from; i < to; i++) {
            long number = i;
            var point = Client.point(number, Map.of("number", value(number)), 1, number);
            client.start(qdrant -> qdrant.upsertAsync("current", List.of(point)), () -> answered.add(number));
        }
    }

    private Process server() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        QdrantProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process server) throws IOException {
        return Integer.parseInt(new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine());
    }
}
