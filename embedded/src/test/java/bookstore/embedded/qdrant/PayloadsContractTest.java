package bookstore.embedded.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.nullValue;
import static io.qdrant.client.ValueFactory.value;
import static io.qdrant.client.WithPayloadSelectorFactory.exclude;
import static io.qdrant.client.WithPayloadSelectorFactory.include;
import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.ConditionFactory;
import io.qdrant.client.WithVectorsSelectorFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointsIdsList;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.SetPayloadPoints;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import java.util.List;
import java.util.Map;

class PayloadsContractTest {

    private static final Map<String, Value> EMMA = Map.of(
            "title", value("Emma"),
            "year", value(1815),
            "price", value(7.5),
            "sold", value(true),
            "series", nullValue(),
            "author", value(Map.of("name", value("Jane Austen"), "born", value(1775))),
            "prints", list(List.of(value(Map.of("no", value(1), "size", value(2000))))));

    @QdrantTest
    void a_payload_comes_back_as_it_was_sent(Client client) {
        String name = emma(client);

        assertThat(client.point(name, 1).getPayloadMap()).isEqualTo(EMMA);
    }

    @QdrantTest
    void setting_adds_and_replaces_keys_and_null_takes_one_away(Client client) {
        String name = emma(client);

        client.ask(qdrant -> qdrant.setPayloadAsync(
                name, Map.of("year", value(1816), "sold", nullValue()), id(1), true, null, null));

        assertThat(client.point(name, 1).getPayloadMap())
                .containsEntry("year", value(1816))
                .containsEntry("title", value("Emma"))
                .doesNotContainKey("sold");
    }

    @QdrantTest
    void setting_goes_to_a_place_inside(Client client) {
        String name = emma(client);
        var request = SetPayloadPoints.newBuilder()
                .setCollectionName(name)
                .putPayload("size", value(750))
                .setKey("prints[0]")
                .setPointsSelector(PointsSelector.newBuilder()
                        .setPoints(PointsIdsList.newBuilder().addIds(id(1))))
                .setWait(true)
                .build();

        client.ask(qdrant -> qdrant.setPayloadAsync(request, null));

        assertThat(client.point(name, 1).getPayloadOrThrow("prints"))
                .isEqualTo(list(List.of(value(Map.of("no", value(1), "size", value(750))))));
    }

    @QdrantTest
    void overwriting_leaves_nothing_of_the_old_payload(Client client) {
        String name = emma(client);

        client.ask(qdrant -> qdrant.overwritePayloadAsync(name, Map.of("a", value(1)), id(1), true, null, null));

        assertThat(client.point(name, 1).getPayloadMap()).containsExactly(Map.entry("a", value(1)));
    }

    @QdrantTest
    void keys_are_deleted_also_inside(Client client) {
        String name = emma(client);

        client.ask(qdrant -> qdrant.deletePayloadAsync(
                name, List.of("title", "author.born", "prints[].no", "nothing"), id(1), true, null, null));

        var payload = client.point(name, 1).getPayloadMap();
        assertThat(payload).doesNotContainKey("title");
        assertThat(payload.get("author")).isEqualTo(value(Map.of("name", value("Jane Austen"))));
        assertThat(payload.get("prints")).isEqualTo(list(List.of(value(Map.of("size", value(2000))))));
    }

    @QdrantTest
    void a_payload_is_cleared_and_the_vector_stays(Client client) {
        String name = emma(client);
        Filter emma = Filter.newBuilder()
                .addMust(ConditionFactory.matchKeyword("title", "Emma"))
                .build();

        client.ask(qdrant -> qdrant.clearPayloadAsync(name, emma, true, null, null));

        assertThat(client.point(name, 1).getPayloadMap()).isEmpty();
        assertThat(client.point(name, 1).hasVectors()).isTrue();
    }

    @QdrantTest
    void a_client_sees_the_part_that_it_asks_for(Client client) {
        String name = emma(client);

        assertThat(seen(client, name, include(List.of("year", "author.name", "prints[].no"))))
                .isEqualTo(Map.of(
                        "year", value(1815),
                        "author", value(Map.of("name", value("Jane Austen"))),
                        "prints", list(List.of(value(Map.of("no", value(1)))))));
        assertThat(seen(client, name, exclude(List.of("title", "price", "sold", "series", "author.born", "prints"))))
                .isEqualTo(Map.of("year", value(1815), "author", value(Map.of("name", value("Jane Austen")))));
    }

    @QdrantTest
    void changing_a_payload_needs_a_point_that_is_there(Client client) {
        String name = emma(client);

        assertThat(client.refusal(qdrant ->
                        qdrant.setPayloadAsync(name, Map.of("a", value(1)), List.of(id(1), id(9)), true, null, null)))
                .isEqualTo("NOT_FOUND Not found: No point with id 9 found");
        assertThat(client.refusal(qdrant -> qdrant.deletePayloadAsync(name, List.of("a b"), id(1), true, null, null)))
                .isEqualTo("INVALID_ARGUMENT Invalid json path: 'a b'");
        assertThat(client.refusal(qdrant -> qdrant.setPayloadAsync(
                        SetPayloadPoints.newBuilder().setCollectionName(name).build(), null)))
                .isEqualTo("INVALID_ARGUMENT points_selector is expected");
    }

    private static Map<String, Value> seen(Client client, String name, WithPayloadSelector selector) {
        return client.ask(qdrant -> qdrant.retrieveAsync(
                        name, List.of(id(1)), selector, WithVectorsSelectorFactory.enable(false), null))
                .get(0)
                .getPayloadMap();
    }

    private static String emma(Client client) {
        String name = client.collection(1, Distance.Dot);
        client.put(name, Client.point(1, EMMA, 1));
        return name;
    }
}
