package bookstore.embedded.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.QueryFactory.nearest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Points.Query;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SearchPoints;
import java.util.List;
import java.util.Map;

class SearchContractTest {

    private static final float DIAGONAL = (float) Math.sqrt(0.5);

    @QdrantTest
    void the_nearest_comes_first_with_its_cosine(Client client) {
        var found = query(client, request(client.plane()).setQuery(nearest(2, 0)));

        assertThat(Client.ids(found)).containsExactly(1L, 2L, 3L);
        assertThat(found.get(0).getScore()).isCloseTo(1, within(1e-6f));
        assertThat(found.get(1).getScore()).isCloseTo(DIAGONAL, within(1e-6f));
        assertThat(found.get(2).getScore()).isCloseTo(0, within(1e-6f));
    }

    @QdrantTest
    void similarities_fall_and_distances_rise(Client client) {
        assertThat(scores(client, Distance.Dot)).containsExactly(3f, 2f, 0f);
        assertThat(scores(client, Distance.Euclid)).containsExactly(0f, 1f, 3f);
        assertThat(scores(client, Distance.Manhattan)).containsExactly(0f, 1f, 3f);
    }

    @QdrantTest
    void the_neighbours_of_a_point_do_not_include_itself(Client client) {
        var found = query(client, request(client.plane()).setQuery(nearest(id(1))));

        assertThat(Client.ids(found)).containsExactly(2L, 3L);
    }

    @QdrantTest
    void without_a_query_points_come_by_id(Client client) {
        var found = query(client, request(client.plane()).setLimit(2).setOffset(1));

        assertThat(Client.ids(found)).containsExactly(2L, 3L);
    }

    @QdrantTest
    void the_older_search_finds_the_same(Client client) {
        var request = SearchPoints.newBuilder()
                .setCollectionName(client.plane())
                .addAllVector(List.of(0f, 1f))
                .setLimit(2)
                .build();

        List<ScoredPoint> found = client.ask(qdrant -> qdrant.searchAsync(request));

        assertThat(Client.ids(found)).containsExactly(3L, 2L);
    }

    @QdrantTest
    void what_cannot_be_searched_for_is_refused(Client client) {
        String name = client.plane();

        assertThat(refusal(client, request("no-such-collection").setQuery(nearest(1, 0))))
                .isEqualTo("NOT_FOUND Not found: Collection `no-such-collection` doesn't exist!");
        assertThat(refusal(client, request(name).setQuery(nearest(1, 0, 0))))
                .isEqualTo("INVALID_ARGUMENT Wrong input: Vector dimension error: expected dim: 2, got 3");
        assertThat(refusal(client, request(name).setQuery(nearest(id(9)))))
                .isEqualTo("NOT_FOUND Not found: No point with id 9 found");
        assertThat(refusal(client, request(name).setQuery(nearest(1, 0)).setUsing("other")))
                .isEqualTo("INVALID_ARGUMENT Wrong input: Not existing vector name error: other");
        assertThat(refusal(client, request(name).setQuery(nearest(1, 0)).setLimit(0)))
                .isEqualTo("INVALID_ARGUMENT Validation error in body: [limit: value 0 invalid, must be 1 or larger]");
        assertThat(refusal(client, request(name).setQuery(Query.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT Query variant is missing");
    }

    private static List<Float> scores(Client client, Distance distance) {
        String name = client.collection(1, distance);
        client.put(name, Client.point(1, Map.of(), 3), Client.point(2, Map.of(), 2), Client.point(3, Map.of(), 0));
        float query = distance == Distance.Dot ? 1 : 3;
        return query(client, request(name).setQuery(nearest(query))).stream()
                .map(ScoredPoint::getScore)
                .toList();
    }

    private static QueryPoints.Builder request(String name) {
        return QueryPoints.newBuilder().setCollectionName(name);
    }

    private static List<ScoredPoint> query(Client client, QueryPoints.Builder request) {
        return client.ask(qdrant -> qdrant.queryAsync(request.build()));
    }

    private static String refusal(Client client, QueryPoints.Builder request) {
        return client.refusal(qdrant -> qdrant.queryAsync(request.build()));
    }
}
