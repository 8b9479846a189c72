package bookstore.embedded.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qdrant.client.ConditionFactory;
import io.qdrant.client.VectorOutputHelper;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.Points.UpsertPoints;
import java.util.List;
import java.util.Map;

class PointsContractTest {

    @QdrantTest
    void a_point_is_put_replaced_and_deleted(Client client) {
        String name = client.collection(2, Distance.Dot);
        var put = client.ask(
                qdrant -> qdrant.upsertAsync(name, List.of(Client.point(7, Map.of("title", value("Emma")), 1, 2))));
        assertThat(put.getStatus()).isEqualTo(UpdateStatus.Completed);

        client.put(name, Client.point(7, Map.of("year", value(1815)), 3, 4));
        assertThat(client.point(name, 7).getPayloadMap()).containsOnlyKeys("year");
        assertThat(vector(client.point(name, 7))).containsExactly(3f, 4f);

        client.ask(qdrant -> qdrant.deleteAsync(name, List.of(id(7), id(8))));
        assertThat(client.count(name)).isZero();
    }

    @QdrantTest
    void vectors_are_normalised_where_only_the_direction_counts(Client client) {
        String name = client.collection(2, Distance.Cosine);
        client.put(name, Client.point(1, Map.of(), 3, 4), Client.point(2, Map.of(), 0, 0));

        assertThat(vector(client.point(name, 1)).get(0)).isCloseTo(0.6f, within(1e-6f));
        assertThat(vector(client.point(name, 1)).get(1)).isCloseTo(0.8f, within(1e-6f));
        assertThat(vector(client.point(name, 2))).containsExactly(0f, 0f);
    }

    @QdrantTest
    void who_does_not_wait_is_told_that_it_is_acknowledged(Client client) {
        String name = client.collection(2, Distance.Dot);
        var request = UpsertPoints.newBuilder()
                .setCollectionName(name)
                .addPoints(Client.point(1, Map.of(), 1, 2))
                .setWait(false)
                .build();

        assertThat(client.ask(qdrant -> qdrant.upsertAsync(request)).getStatus())
                .isEqualTo(UpdateStatus.Acknowledged);
    }

    @QdrantTest
    void points_come_in_the_order_asked_for_and_missing_ones_not_at_all(Client client) {
        String name = client.plane();

        var found = client.ask(
                qdrant -> qdrant.retrieveAsync(name, List.of(id(3), id(9), id(1), id(3)), false, false, null));

        assertThat(found).extracting(point -> point.getId().getNum()).containsExactly(3L, 1L);
        assertThat(found).noneMatch(RetrievedPoint::hasVectors);
    }

    @QdrantTest
    void points_are_counted_and_deleted_by_a_filter(Client client) {
        String name = client.collection(1, Distance.Dot);
        client.put(name, Client.point(1, Map.of("sold", value(true)), 1), Client.point(2, Map.of(), 1));
        Filter sold = Filter.newBuilder()
                .addMust(ConditionFactory.match("sold", true))
                .build();

        long count = client.ask(qdrant -> qdrant.countAsync(name, sold, true));
        assertThat(count).isEqualTo(1);
        client.ask(qdrant -> qdrant.deleteAsync(name, sold));
        assertThat(client.ask(qdrant -> qdrant.scrollAsync(scroll(name).build()))
                        .getResultList())
                .extracting(RetrievedPoint::getId)
                .containsExactly(id(2));
    }

    @QdrantTest
    void malformed_points_are_refused_all_together(Client client) {
        String name = client.collection(4, Distance.Dot);

        assertThat(client.refusal(qdrant -> qdrant.upsertAsync(
                        name, List.of(Client.point(1, Map.of(), 1, 2, 3, 4), Client.point(2, Map.of(), 1, 2, 3)))))
                .isEqualTo("INVALID_ARGUMENT Wrong input: Vector dimension error: expected dim: 4, got 3");
        assertThat(client.refusal(qdrant -> qdrant.upsertAsync(
                        name,
                        List.of(Client.point(1, Map.of(), 1, 2, 3, 4).toBuilder()
                                .clearId()
                                .build()))))
                .isEqualTo("INVALID_ARGUMENT Empty ID is not allowed");
        assertThat(client.refusal(qdrant -> qdrant.upsertAsync(
                        name, List.of(PointStruct.newBuilder().setId(id(1)).build()))))
                .isEqualTo("INVALID_ARGUMENT Expected some vectors");
        assertThat(client.refusal(qdrant -> qdrant.upsertAsync(name, List.of(point(uuid("no-uuid"))))))
                .isEqualTo("INVALID_ARGUMENT Unable to parse UUID: no-uuid");
        assertThat(client.refusal(qdrant -> qdrant.deleteAsync(
                        DeletePoints.newBuilder().setCollectionName(name).build())))
                .isEqualTo("INVALID_ARGUMENT PointSelector is missing");
        assertThat(client.count(name)).isZero();
    }

    private static ScrollPoints.Builder scroll(String name) {
        return ScrollPoints.newBuilder().setCollectionName(name);
    }

    private static PointId uuid(String text) {
        return PointId.newBuilder().setUuid(text).build();
    }

    private static PointStruct point(PointId id) {
        return PointStruct.newBuilder()
                .setId(id)
                .setVectors(VectorsFactory.vectors(1))
                .build();
    }

    private static List<Float> vector(RetrievedPoint point) {
        return VectorOutputHelper.getDenseVector(point.getVectors().getVector()).getDataList();
    }
}
