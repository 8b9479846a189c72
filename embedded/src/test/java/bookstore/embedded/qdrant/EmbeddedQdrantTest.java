package bookstore.embedded.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grpc.health.v1.HealthCheck.HealthCheckRequest;
import grpc.health.v1.HealthCheck.HealthCheckResponse.ServingStatus;
import grpc.health.v1.HealthGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.qdrant.client.ConditionFactory;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.VectorFactory;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.Fusion;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.RecommendPoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedQdrantTest {

    private static final String MISSING = "UNIMPLEMENTED The embedded Qdrant does not have ";

    @TempDir
    private Path directory;

    @Test
    void a_taken_port_and_a_taken_directory_are_named() {
        try (var first = start()) {
            assertThatThrownBy(() -> EmbeddedQdrant.start("127.0.0.1", first.port(), directory.resolve("other")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already uses the directory");
        }
    }

    @Test
    void it_is_not_there_for_other_machines() {
        assertThatThrownBy(() -> EmbeddedQdrant.start("0.0.0.0", 0, directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The embedded Qdrant listens on loopback only, not on 0.0.0.0");
    }

    @Test
    void it_answers_the_health_check_of_grpc() {
        try (var qdrant = start()) {
            ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", qdrant.port())
                    .usePlaintext()
                    .build();
            try {
                var reply = HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());

                assertThat(reply.getStatus()).isEqualTo(ServingStatus.SERVING);
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void what_it_does_not_have_is_unimplemented_and_says_so() {
        var sparse = PointStruct.newBuilder()
                .setId(PointIdFactory.id(1))
                .setVectors(VectorsFactory.vectors(VectorFactory.vector(List.of(1f), List.of(0))))
                .build();
        var near = Filter.newBuilder()
                .addMust(ConditionFactory.geoRadius("place", 1, 1, 1))
                .build();
        try (var qdrant = start();
                var client = new Client("127.0.0.1:" + qdrant.port())) {
            String name = client.plane();
            var recommend = RecommendPoints.newBuilder().setCollectionName(name).build();
            var fusion = QueryPoints.newBuilder()
                    .setCollectionName(name)
                    .setQuery(QueryFactory.fusion(Fusion.RRF))
                    .build();

            assertThat(client.refusal(
                            q -> q.createCollectionAsync("a", Map.of("title", Client.params(2, Distance.Dot)))))
                    .isEqualTo(MISSING + "collections without one unnamed dense vector");
            assertThat(client.refusal(q -> q.upsertAsync(name, List.of(sparse))))
                    .isEqualTo(MISSING + "vectors of the kind SPARSE");
            assertThat(client.refusal(q -> q.queryAsync(fusion))).isEqualTo(MISSING + "queries of the kind FUSION");
            assertThat(client.refusal(q -> q.countAsync(name, near, true))).isEqualTo(MISSING + "geo conditions");
            assertThat(client.refusal(q -> q.recommendAsync(recommend)))
                    .isEqualTo("UNIMPLEMENTED Method qdrant.Points/Recommend is unimplemented");
        }
    }

    private EmbeddedQdrant start() {
        return EmbeddedQdrant.start("127.0.0.1", 0, directory);
    }
}
