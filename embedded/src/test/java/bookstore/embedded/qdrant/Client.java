package bookstore.embedded.qdrant;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.StatusRuntimeException;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantException;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Qdrant's own client, waiting for every answer, and clearing away what it has created. */
final class Client implements AutoCloseable {

    private final String address;
    private final QdrantClient qdrant;
    private final List<String> created = new ArrayList<>();

    Client(String address) {
        this.address = address;
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        qdrant = new QdrantClient(QdrantGrpcClient.newBuilder(address.substring(0, colon), port, false, false)
                .build());
    }

    <T> T ask(Function<QdrantClient, ListenableFuture<T>> call) {
        try {
            return call.apply(qdrant).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks without waiting, and tells of the answer if there is one. */
    <T> ListenableFuture<T> start(Function<QdrantClient, ListenableFuture<T>> call, Runnable answered) {
        return Futures.transform(
                call.apply(qdrant),
                answer -> {
                    answered.run();
                    return answer;
                },
                Runnable::run);
    }

    /** As in {@code NOT_FOUND Not found: …}. */
    <T> String refusal(Function<QdrantClient, ListenableFuture<T>> call) {
        var refusal = catchThrowableOfType(StatusRuntimeException.class, () -> ask(call));
        return refusal == null
                ? "not refused"
                : refusal.getStatus().getCode() + " " + refusal.getStatus().getDescription();
    }

    /** A name that nobody else has, for a collection or an alias. */
    String name() {
        String name = "contract-" + UUID.randomUUID();
        created.add(name);
        return name;
    }

    String collection(int size, Distance distance) {
        String name = name();
        ask(qdrant -> qdrant.createCollectionAsync(name, params(size, distance)));
        return name;
    }

    /** The books of the examples: three directions of the plane. */
    String plane() {
        String name = collection(2, Distance.Cosine);
        put(name, point(1, Map.of(), 1, 0), point(2, Map.of(), 1, 1), point(3, Map.of(), 0, 1));
        return name;
    }

    void put(String collection, PointStruct... points) {
        ask(qdrant -> qdrant.upsertAsync(collection, List.of(points)));
    }

    /** Whether there was one, of which the client makes an exception. */
    boolean delete(String collection) {
        try {
            return ask(client -> client.deleteCollectionAsync(collection)).getResult();
        } catch (QdrantException e) {
            return false;
        }
    }

    boolean exists(String collection) {
        return ask(client -> client.collectionExistsAsync(collection));
    }

    List<String> aliases(String collection) {
        return ask(client -> client.listCollectionAliasesAsync(collection));
    }

    long count(String collection) {
        return ask(client -> client.countAsync(collection));
    }

    RetrievedPoint point(String collection, long id) {
        return ask(qdrant -> qdrant.retrieveAsync(collection, PointIdFactory.id(id), true, true, null))
                .get(0);
    }

    static PointStruct point(long id, Map<String, Value> payload, float... vector) {
        return PointStruct.newBuilder()
                .setId(PointIdFactory.id(id))
                .setVectors(VectorsFactory.vectors(vector))
                .putAllPayload(payload)
                .build();
    }

    static VectorParams params(int size, Distance distance) {
        return VectorParams.newBuilder().setSize(size).setDistance(distance).build();
    }

    static List<Long> ids(List<ScoredPoint> points) {
        return points.stream().map(point -> point.getId().getNum()).toList();
    }

    @Override
    public void close() {
        created.forEach(this::delete);
        qdrant.close();
    }

    @Override
    public String toString() {
        return address;
    }
}
