package bookstore.embedded.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.grpc.Collections.CollectionStatus;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import java.util.List;
import java.util.Map;

class CollectionsContractTest {

    @QdrantTest
    void a_server_says_who_it_is(Client client) {
        var reply = client.ask(qdrant -> qdrant.healthCheckAsync());

        assertThat(reply.getTitle()).startsWith("qdrant - vector search engine");
        assertThat(reply.getVersion()).startsWith("1.");
    }

    @QdrantTest
    void a_collection_is_there_from_its_creation_to_its_deletion(Client client) {
        String name = client.name();
        assertThat(client.exists(name)).isFalse();

        var created = client.ask(qdrant -> qdrant.createCollectionAsync(name, Client.params(4, Distance.Dot)));
        assertThat(created.getResult()).isTrue();
        assertThat(client.exists(name)).isTrue();
        List<String> before = client.ask(qdrant -> qdrant.listCollectionsAsync());
        assertThat(before).contains(name);

        assertThat(client.delete(name)).isTrue();
        assertThat(client.exists(name)).isFalse();
        List<String> after = client.ask(qdrant -> qdrant.listCollectionsAsync());
        assertThat(after).doesNotContain(name);
    }

    @QdrantTest
    void a_collection_tells_how_it_was_created_and_how_many_points_it_has(Client client) {
        String name = client.plane();
        client.ask(qdrant ->
                qdrant.createPayloadIndexAsync(name, "title", PayloadSchemaType.Keyword, null, true, null, null));

        var told = client.ask(qdrant -> qdrant.getCollectionInfoAsync(name));

        assertThat(told.getStatus()).isEqualTo(CollectionStatus.Green);
        assertThat(told.getPointsCount()).isEqualTo(3);
        var vectors = told.getConfig().getParams().getVectorsConfig().getParams();
        assertThat(vectors.getSize()).isEqualTo(2);
        assertThat(vectors.getDistance()).isEqualTo(Distance.Cosine);
        assertThat(told.getConfig().getHnswConfig().getM()).isEqualTo(16);
        assertThat(told.getPayloadSchemaMap().get("title").getDataType()).isEqualTo(PayloadSchemaType.Keyword);

        client.ask(qdrant -> qdrant.deletePayloadIndexAsync(name, "title", true, null, null));
        assertThat(client.ask(qdrant -> qdrant.getCollectionInfoAsync(name)).getPayloadSchemaMap())
                .isEmpty();
    }

    @QdrantTest
    void deleting_what_is_not_there_is_no_error(Client client) {
        assertThat(client.delete("no-such-collection")).isFalse();
    }

    @QdrantTest
    void creating_what_is_there_is_refused(Client client) {
        String name = client.plane();

        assertThat(client.refusal(qdrant -> qdrant.createCollectionAsync(name, Client.params(2, Distance.Dot))))
                .isEqualTo("ALREADY_EXISTS Wrong input: Collection `" + name + "` already exists!");
    }

    @QdrantTest
    void telling_of_what_is_not_there_is_refused(Client client) {
        assertThat(client.refusal(qdrant -> qdrant.getCollectionInfoAsync("no-such-collection")))
                .isEqualTo("NOT_FOUND Not found: Collection `no-such-collection` doesn't exist!");
    }

    @QdrantTest
    void a_collection_without_name_size_or_distance_is_refused(Client client) {
        assertThat(client.refusal(qdrant -> qdrant.getCollectionInfoAsync("")))
                .isEqualTo("INVALID_ARGUMENT Validation error in body: "
                        + "[collection_name: value \"\" invalid, must be from 1 to 255 characters]");
        assertThat(client.refusal(qdrant -> qdrant.createCollectionAsync("sizeless", Client.params(0, Distance.Dot))))
                .startsWith("INVALID_ARGUMENT")
                .contains("value 0 invalid, must be from 1 to 65536");
        assertThat(client.refusal(qdrant ->
                        qdrant.createCollectionAsync("distanceless", Client.params(2, Distance.UnknownDistance))))
                .isEqualTo("INVALID_ARGUMENT Malformed distance parameter: UnknownDistance");
    }

    @QdrantTest
    void a_collection_may_be_recreated_with_another_size(Client client) {
        String name = client.plane();

        client.ask(qdrant -> qdrant.recreateCollectionAsync(name, Client.params(3, Distance.Dot)));

        client.put(name, Client.point(1, Map.of(), 1, 2, 3));
        assertThat(client.count(name)).isEqualTo(1);
    }
}
