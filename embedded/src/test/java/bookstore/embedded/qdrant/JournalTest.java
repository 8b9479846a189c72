package bookstore.embedded.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String BOOKS = "..";

    @TempDir
    private Path directory;

    @Test
    void points_payloads_indexes_and_aliases_survive_a_restart() {
        try (var qdrant = start();
                var client = client(qdrant)) {
            create(client);
            client.ask(q -> q.createAliasAsync("current", BOOKS));
            client.put(BOOKS, Client.point(1, Map.of("title", value("Emma")), 3, 4), Client.point(2, Map.of(), 0, 1));
            client.ask(q -> q.setPayloadAsync(BOOKS, Map.of("year", value(1815)), id(1), true, null, null));
            client.ask(q -> q.deleteAsync(BOOKS, List.of(id(2))));
            client.ask(q -> q.createPayloadIndexAsync(BOOKS, "title", PayloadSchemaType.Text, null, true, null, null));
        }

        try (var qdrant = start();
                var client = client(qdrant)) {
            assertThat(client.count("current")).isEqualTo(1);
            var point = client.point("current", 1);
            assertThat(point.getPayloadMap()).isEqualTo(Map.of("title", value("Emma"), "year", value(1815)));
            assertThat(point.getVectors().getVector().getDense().getDataList()).containsExactly(0.6f, 0.8f);
            var told = client.ask(q -> q.getCollectionInfoAsync(BOOKS));
            assertThat(told.getPayloadSchemaMap().get("title").getPoints()).isEqualTo(1);
        }
    }

    @Test
    void a_deleted_collection_leaves_no_file() {
        try (var qdrant = start();
                var client = client(qdrant)) {
            create(client);

            client.delete(BOOKS);

            assertThat(directory.resolve("collections")).isEmptyDirectory();
        }
    }

    @Test
    void a_batch_that_was_cut_off_is_left_out_and_cut_off() throws Exception {
        try (var qdrant = start();
                var client = client(qdrant)) {
            create(client);
            client.put(BOOKS, Client.point(1, Map.of(), 1, 0));
        }
        Files.write(journal(), new byte[] {0, 0, 1, 0, 9, 9, 9, 9, 'T'}, StandardOpenOption.APPEND);

        try (var qdrant = start();
                var client = client(qdrant)) {
            client.put(BOOKS, Client.point(2, Map.of(), 1, 0));
        }
        try (var qdrant = start();
                var client = client(qdrant)) {
            assertThat(client.count(BOOKS)).isEqualTo(2);
        }
    }

    @Test
    void what_was_replaced_is_dropped_at_start_and_when_it_is_more_than_half() throws Exception {
        var large = Map.of("text", value("x".repeat(100_000)));
        try (var qdrant = start();
                var client = client(qdrant)) {
            create(client);
            for (int i = 0; i < 50; i++) {
                client.put(BOOKS, Client.point(1, large, 1, 0));
            }
            assertThat(Files.size(journal())).isLessThan(1_300_000);
        }

        try (var qdrant = start();
                var client = client(qdrant)) {
            assertThat(Files.size(journal())).isLessThan(101_000);
            assertThat(client.point(BOOKS, 1).getPayloadMap()).isEqualTo(large);
        }
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith("journal")).findFirst().orElseThrow();
        }
    }

    private EmbeddedQdrant start() {
        return EmbeddedQdrant.start("127.0.0.1", 0, directory);
    }

    private static Client client(EmbeddedQdrant qdrant) {
        return new Client("127.0.0.1:" + qdrant.port());
    }

    private static void create(Client client) {
        client.ask(q -> q.createCollectionAsync(BOOKS, Client.params(2, Distance.Cosine)));
    }
}
