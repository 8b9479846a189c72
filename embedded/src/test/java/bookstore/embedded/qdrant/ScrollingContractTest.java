package bookstore.embedded.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import java.util.Map;
import java.util.UUID;

class ScrollingContractTest {

    @QdrantTest
    void scrolling_goes_through_numbers_and_then_uuids(Client client) {
        String name = client.collection(1, Distance.Dot);
        UUID low = UUID.fromString("10000000-0000-0000-0000-000000000000");
        UUID high = UUID.fromString("f0000000-0000-0000-0000-000000000000");
        client.put(name, point(id(high)), point(id(low)), point(id(-1)), point(id(5)));

        var first =
                client.ask(qdrant -> qdrant.scrollAsync(scroll(name).setLimit(3).build()));
        assertThat(first.getResultList()).extracting(RetrievedPoint::getId).containsExactly(id(5), id(-1), id(low));
        assertThat(first.getNextPageOffset()).isEqualTo(id(high));

        var second = client.ask(qdrant -> qdrant.scrollAsync(
                scroll(name).setLimit(3).setOffset(first.getNextPageOffset()).build()));
        assertThat(second.getResultList()).extracting(RetrievedPoint::getId).containsExactly(id(high));
        assertThat(second.hasNextPageOffset()).isFalse();
    }

    @QdrantTest
    void scrolling_shows_payloads_and_ten_points_unless_told_otherwise(Client client) {
        String name = client.collection(1, Distance.Dot);
        for (int i = 0; i < 11; i++) {
            client.put(name, Client.point(i, Map.of("number", value(i)), i));
        }

        var page = client.ask(qdrant -> qdrant.scrollAsync(scroll(name).build()));

        assertThat(page.getResultList()).hasSize(10).allMatch(point -> point.containsPayload("number"));
        assertThat(page.getNextPageOffset()).isEqualTo(id(10));
    }

    private static ScrollPoints.Builder scroll(String name) {
        return ScrollPoints.newBuilder().setCollectionName(name);
    }

    private static PointStruct point(PointId id) {
        return PointStruct.newBuilder()
                .setId(id)
                .setVectors(VectorsFactory.vectors(1))
                .build();
    }
}
