package bookstore.catalog.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.value;
import static io.qdrant.client.VectorsFactory.vectors;

import bookstore.catalog.search.BookVector;
import bookstore.catalog.search.VectorStore;
import bookstore.catalog.search.VectorStoreUnavailable;
import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.ManagedChannel;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.grpc.Collections.AliasDescription;
import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.CreateAlias;
import io.qdrant.client.grpc.Collections.DeleteAlias;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Points are named by the book's id; an alias names the published collection, so that searches never see a change. */
class QdrantVectorStore implements VectorStore {

    private static final String FINGERPRINT = "fingerprint";

    private final QdrantClient client;
    private final ManagedChannel channel;

    QdrantVectorStore(QdrantClient client, ManagedChannel channel) {
        this.client = client;
        this.channel = channel;
    }

    @Override
    public Optional<String> published() {
        return await(client.listAliasesAsync()).stream()
                .filter(alias -> alias.getAliasName().equals(PUBLISHED))
                .map(AliasDescription::getCollectionName)
                .findFirst();
    }

    @Override
    public boolean exists(String collection) {
        return await(client.collectionExistsAsync(collection));
    }

    @Override
    public void create(String collection, int dimensions) {
        drop(collection);
        var parameters = VectorParams.newBuilder().setSize(dimensions).setDistance(Distance.Cosine);
        await(client.createCollectionAsync(collection, parameters.build()));
    }

    @Override
    public void publish(String collection) {
        var changes = new ArrayList<AliasOperations>();
        if (published().isPresent()) {
            changes.add(AliasOperations.newBuilder()
                    .setDeleteAlias(DeleteAlias.newBuilder().setAliasName(PUBLISHED))
                    .build());
        }
        changes.add(AliasOperations.newBuilder()
                .setCreateAlias(CreateAlias.newBuilder().setAliasName(PUBLISHED).setCollectionName(collection))
                .build());
        await(client.updateAliasesAsync(changes));
        await(client.listCollectionsAsync()).stream()
                .filter(name -> name.startsWith(PUBLISHED) && !name.equals(collection))
                .forEach(this::drop);
    }

    @Override
    public void drop(String collection) {
        if (exists(collection)) {
            await(client.deleteCollectionAsync(collection));
        }
    }

    @Override
    public long count(String collection) {
        return await(client.countAsync(collection));
    }

    @Override
    public long dimensions(String collection) {
        var parameters =
                await(client.getCollectionInfoAsync(collection)).getConfig().getParams();
        return parameters.getVectorsConfig().getParams().getSize();
    }

    @Override
    public Optional<BookVector> find(String collection, UUID bookId) {
        return await(client.retrieveAsync(collection, id(bookId), true, true, null)).stream()
                .map(point -> bookVector(bookId, point))
                .findFirst();
    }

    private static BookVector bookVector(UUID bookId, RetrievedPoint point) {
        var numbers = numbers(point);
        var vector = new float[numbers.size()];
        for (var i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i);
        }
        return new BookVector(bookId, point.getPayloadOrThrow(FINGERPRINT).getStringValue(), vector);
    }

    /** Servers before 1.16 answer in a field that is no longer the usual one. */
    @SuppressWarnings("deprecation")
    private static List<Float> numbers(RetrievedPoint point) {
        var vector = point.getVectors().getVector();
        return vector.hasDense() ? vector.getDense().getDataList() : vector.getDataList();
    }

    @Override
    public void put(String collection, BookVector vector) {
        var point = PointStruct.newBuilder()
                .setId(id(vector.bookId()))
                .setVectors(vectors(vector.vector()))
                .putPayload(FINGERPRINT, value(vector.fingerprint()));
        await(client.upsertAsync(collection, List.of(point.build())));
    }

    @Override
    public void remove(String collection, UUID bookId) {
        await(client.deleteAsync(collection, List.of(id(bookId))));
    }

    /** A channel that was refused waits up to two minutes before it tries again. */
    @Override
    public void reconnect() {
        channel.resetConnectBackoff();
    }

    private static <T> T await(ListenableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VectorStoreUnavailable(e);
        } catch (ExecutionException e) {
            throw new VectorStoreUnavailable(e.getCause());
        }
    }
}
