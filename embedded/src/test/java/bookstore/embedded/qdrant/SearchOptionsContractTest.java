package bookstore.embedded.qdrant;

import static io.qdrant.client.QueryFactory.nearest;
import static io.qdrant.client.ValueFactory.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.ConditionFactory;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.WithVectorsSelectorFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import java.util.List;
import java.util.Map;

class SearchOptionsContractTest {

    @QdrantTest
    void a_filter_is_applied_before_the_limit(Client client) {
        String name = client.collection(1, Distance.Dot);
        for (int i = 0; i < 20; i++) {
            client.put(name, Client.point(i, Map.of("even", value(i % 2 == 0)), i));
        }
        Filter even = Filter.newBuilder()
                .addMust(ConditionFactory.match("even", true))
                .build();

        var found = query(
                client, request(name).setQuery(nearest(1f)).setFilter(even).setLimit(3));

        assertThat(Client.ids(found)).containsExactly(18L, 16L, 14L);
    }

    @QdrantTest
    void a_page_starts_at_its_offset_and_has_ten_points_unless_told_otherwise(Client client) {
        String name = client.collection(1, Distance.Dot);
        for (int i = 0; i < 20; i++) {
            client.put(name, Client.point(i, Map.of(), i));
        }

        assertThat(query(client, request(name).setQuery(nearest(1f)))).hasSize(10);
        var second =
                query(client, request(name).setQuery(nearest(1f)).setLimit(3).setOffset(3));
        assertThat(Client.ids(second)).containsExactly(16L, 15L, 14L);
    }

    @QdrantTest
    void only_scores_better_than_the_threshold_are_found(Client client) {
        var request = request(client.plane()).setQuery(nearest(1, 0)).setScoreThreshold(0.5f);
        assertThat(Client.ids(query(client, request))).containsExactly(1L, 2L);

        String distances = client.collection(1, Distance.Euclid);
        client.put(distances, Client.point(1, Map.of(), 1), Client.point(2, Map.of(), 5));
        var near = request(distances).setQuery(nearest(0f)).setScoreThreshold(3);
        assertThat(Client.ids(query(client, near))).containsExactly(1L);
    }

    @QdrantTest
    void payload_and_vector_come_only_when_asked_for(Client client) {
        String name = client.collection(1, Distance.Dot);
        client.put(name, Client.point(1, Map.of("title", value("Emma"), "year", value(1815)), 2));

        ScoredPoint bare = query(client, request(name).setQuery(nearest(1f))).get(0);
        assertThat(bare.getPayloadMap()).isEmpty();
        assertThat(bare.hasVectors()).isFalse();

        ScoredPoint full = query(
                        client,
                        request(name)
                                .setQuery(nearest(1f))
                                .setWithPayload(WithPayloadSelectorFactory.include(List.of("title")))
                                .setWithVectors(WithVectorsSelectorFactory.enable(true)))
                .get(0);
        assertThat(full.getPayloadMap()).isEqualTo(Map.of("title", value("Emma")));
        assertThat(full.getVectors().getVector().getDense().getDataList()).containsExactly(2f);
    }

    private static QueryPoints.Builder request(String name) {
        return QueryPoints.newBuilder().setCollectionName(name);
    }

    private static List<ScoredPoint> query(Client client, QueryPoints.Builder request) {
        return client.ask(qdrant -> qdrant.queryAsync(request.build()));
    }
}
