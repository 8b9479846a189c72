package bookstore.catalog.qdrant;

import static io.qdrant.client.QueryFactory.nearest;
import static io.qdrant.client.WithPayloadSelectorFactory.enable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bookstore.catalog.search.BookVector;
import bookstore.catalog.search.VectorStore;
import bookstore.catalog.search.VectorStoreUnavailable;
import bookstore.embedded.qdrant.EmbeddedQdrant;
import io.qdrant.client.grpc.Collections.ChangeAliases;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.GetCollectionInfoRequest;
import io.qdrant.client.grpc.Collections.GetCollectionInfoResponse;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.GetResponse;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.Points.UpsertPoints;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call that the catalogue makes of Qdrant, as it goes over the wire, with its answer. They are made of the embedded
 * server, or of the one that {@code QDRANT_URL} names, which loses its collections called {@code catalog_books…}.
 */
class CatalogCallsContractTest {

    private static final UUID NORTH = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID EAST = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final String FIRST = "catalog_books_1";
    private static final String SECOND = "catalog_books_2";

    @TempDir
    private static Path directory;

    private static QdrantWire wire;
    private static EmbeddedQdrant embedded;

    private final Calls calls = wire.calls();
    private final VectorStore store = wire.store();

    @BeforeAll
    static void connect() {
        var real = System.getProperty("QDRANT_URL", System.getenv("QDRANT_URL"));
        if (real == null) {
            embedded = EmbeddedQdrant.start("127.0.0.1", 0, directory);
        }
        wire = new QdrantWire(real == null ? "127.0.0.1:" + embedded.port() : real);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    @BeforeEach
    void begin() {
        store.create(FIRST, 2);
        calls.begin();
    }

    @AfterEach
    void clear() {
        store.drop(FIRST);
        store.drop(SECOND);
    }

    @Test
    void a_new_collection_takes_the_place_of_one_of_its_name() {
        store.create(FIRST, 2);

        assertThat(calls.methods())
                .containsExactly("Collections/CollectionExists", "Collections/Delete", "Collections/Create");
        assertThat(calls.request(1, DeleteCollection.class).getCollectionName()).isEqualTo(FIRST);
        var request = calls.request(2, CreateCollection.class);
        assertThat(request.getCollectionName()).isEqualTo(FIRST);
        assertThat(request.getVectorsConfig().getParams().getSize()).isEqualTo(2);
        assertThat(request.getVectorsConfig().getParams().getDistance()).isEqualTo(Distance.Cosine);
        assertThat(calls.answer(2, CollectionOperationResponse.class).getResult())
                .isTrue();
    }

    @Test
    void a_vector_is_put_once_it_is_there_and_comes_back_as_it_was() {
        store.put(FIRST, vector());

        assertThat(calls.methods()).containsExactly("Points/Upsert");
        var request = calls.request(0, UpsertPoints.class);
        assertThat(request.getWait()).isTrue();
        assertThat(request.getPoints(0).getId().getUuid()).isEqualTo(NORTH.toString());
        assertThat(request.getPoints(0).getPayloadMap().get("fingerprint").getStringValue())
                .isEqualTo("print");
        assertThat(calls.answer(0, PointsOperationResponse.class).getResult().getStatus())
                .isEqualTo(UpdateStatus.Completed);

        calls.begin();
        var found = store.find(FIRST, NORTH).orElseThrow();

        assertThat(calls.methods()).containsExactly("Points/Get");
        assertThat(calls.request(0, GetPoints.class).getWithVectors().getEnable())
                .isTrue();
        assertThat(found.fingerprint()).isEqualTo("print");
        assertThat(found.vector()).containsExactly(0, 1);
    }

    @Test
    void who_is_not_there_is_not_found_and_removed_without_complaint() {
        assertThat(store.find(FIRST, NORTH)).isEmpty();
        assertThat(calls.answer(0, GetResponse.class).getResultCount()).isZero();

        calls.begin();
        store.remove(FIRST, NORTH);

        assertThat(calls.methods()).containsExactly("Points/Delete");
        assertThat(calls.request(0, DeletePoints.class).getWait()).isTrue();
    }

    @Test
    void points_are_counted_exactly() {
        put_both();

        assertThat(store.count(FIRST)).isEqualTo(2);
        assertThat(calls.methods()).containsExactly("Points/Count");
        assertThat(calls.answer(0, CountResponse.class).getResult().getCount()).isEqualTo(2);

        store.remove(FIRST, NORTH);
        assertThat(store.count(FIRST)).isEqualTo(1);
    }

    @Test
    void an_index_tells_how_long_its_vectors_are_by_its_name_and_by_its_alias() {
        store.publish(FIRST);
        calls.begin();

        assertThat(store.dimensions(FIRST)).isEqualTo(2);
        assertThat(store.dimensions(VectorStore.PUBLISHED)).isEqualTo(2);

        assertThat(calls.methods()).containsExactly("Collections/Get", "Collections/Get");
        assertThat(calls.request(0, GetCollectionInfoRequest.class).getCollectionName())
                .isEqualTo(FIRST);
        var vectors = calls.answer(0, GetCollectionInfoResponse.class)
                .getResult()
                .getConfig()
                .getParams()
                .getVectorsConfig();
        assertThat(vectors.getParams().getDistance()).isEqualTo(Distance.Cosine);
        assertThat(vectors.hasParamsMap()).isFalse();
    }

    @Test
    void the_first_index_gets_the_alias_and_the_next_takes_it_in_one_request() {
        store.publish(FIRST);

        assertThat(calls.methods())
                .containsExactly("Collections/ListAliases", "Collections/UpdateAliases", "Collections/List");
        assertThat(calls.request(1, ChangeAliases.class).getActionsList())
                .singleElement()
                .satisfies(action ->
                        assertThat(action.getCreateAlias().getCollectionName()).isEqualTo(FIRST));
        assertThat(store.published()).contains(FIRST);

        store.create(SECOND, 2);
        calls.begin();
        store.publish(SECOND);

        assertThat(calls.methods())
                .containsExactly(
                        "Collections/ListAliases",
                        "Collections/UpdateAliases",
                        "Collections/List",
                        "Collections/CollectionExists",
                        "Collections/Delete");
        var actions = calls.request(1, ChangeAliases.class).getActionsList();
        assertThat(actions.get(0).getDeleteAlias().getAliasName()).isEqualTo(VectorStore.PUBLISHED);
        assertThat(actions.get(1).getCreateAlias().getCollectionName()).isEqualTo(SECOND);
        assertThat(store.published()).contains(SECOND);
        assertThat(store.exists(FIRST)).isFalse();
    }

    @Test
    void a_search_through_the_alias_answers_ids_and_cosines_the_nearest_first() throws Exception {
        put_both();
        store.publish(FIRST);

        var found = search(VectorStore.PUBLISHED, 3, 4);

        assertThat(found)
                .extracting(point -> point.getId().getUuid())
                .containsExactly(NORTH.toString(), EAST.toString());
        assertThat(found.get(0).getScore()).isCloseTo(0.8f, within(1e-6f));
        assertThat(found.get(0).getPayloadCount()).isZero();
        assertThat(calls.answer(0, QueryResponse.class).getResultCount()).isEqualTo(2);
    }

    @Test
    void what_is_not_there_is_said_so() {
        for (Consumer<String> call : List.<Consumer<String>>of(
                store::count,
                store::dimensions,
                name -> store.remove(name, NORTH),
                name -> store.put(name, vector()))) {
            assertThatThrownBy(() -> call.accept("catalog_books_9")).isInstanceOf(VectorStoreUnavailable.class);
            assertThat(calls.end()).isEqualTo("NOT_FOUND Not found: Collection `catalog_books_9` doesn't exist!");
        }
        assertThat(store.exists("catalog_books_9")).isFalse();
        assertThat(store.published()).isEmpty();

        assertThatThrownBy(() -> store.find("catalog_books_9", NORTH)).isInstanceOf(VectorStoreUnavailable.class);
        assertThat(calls.end()).isEqualTo("NOT_FOUND Not found: Collection `catalog_books_9` doesn't exist!");

        assertThatThrownBy(() -> store.publish("catalog_books_9")).isInstanceOf(VectorStoreUnavailable.class);
        assertThat(calls.end()).isEqualTo("NOT_FOUND Not found: Collection `catalog_books_9` doesn't exist!");

        assertThatThrownBy(() -> search(VectorStore.PUBLISHED, 1, 0)).isInstanceOf(ExecutionException.class);
        assertThat(calls.end()).isEqualTo("NOT_FOUND Not found: Collection `catalog_books` doesn't exist!");
    }

    @Test
    void vectors_of_another_length_are_refused() {
        assertThatThrownBy(() -> store.put(FIRST, new BookVector(NORTH, "print", new float[] {0, 1, 2})))
                .isInstanceOf(VectorStoreUnavailable.class);
        assertThat(calls.end())
                .isEqualTo("INVALID_ARGUMENT Wrong input: Vector dimension error: expected dim: 2, got 3");

        assertThatThrownBy(() -> search(FIRST, 0, 1, 2)).isInstanceOf(ExecutionException.class);
        assertThat(calls.end())
                .isEqualTo("INVALID_ARGUMENT Wrong input: Vector dimension error: expected dim: 2, got 3");
    }

    @Test
    void a_collection_of_the_same_name_is_not_made_twice() {
        var parameters = VectorParams.newBuilder().setSize(2).setDistance(Distance.Cosine);

        assertThatThrownBy(() -> wire.client()
                        .createCollectionAsync(FIRST, parameters.build())
                        .get())
                .isInstanceOf(ExecutionException.class);

        assertThat(calls.end()).isEqualTo("ALREADY_EXISTS Wrong input: Collection `" + FIRST + "` already exists!");
    }

    private static BookVector vector() {
        return new BookVector(NORTH, "print", new float[] {0, 1});
    }

    private void put_both() {
        store.put(FIRST, new BookVector(NORTH, "north", new float[] {0, 1}));
        store.put(FIRST, new BookVector(EAST, "east", new float[] {1, 0}));
        calls.begin();
    }

    /** As Camel's component asks for the Kamelet. */
    private List<ScoredPoint> search(String collection, float... vector) throws Exception {
        calls.begin();
        return wire.client()
                .queryAsync(QueryPoints.newBuilder()
                        .setCollectionName(collection)
                        .setQuery(nearest(vector))
                        .setLimit(10)
                        .setWithPayload(enable(false))
                        .build())
                .get();
    }
}
