package bookstore.catalog.qdrant;

import bookstore.catalog.search.VectorStore;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;

/** The catalogue's connection to a Qdrant, listened to. */
record QdrantWire(ManagedChannel channel, QdrantClient client, Calls calls) implements AutoCloseable {

    QdrantWire(String address) {
        this(address, new Calls());
    }

    private QdrantWire(String address, Calls calls) {
        this(
                ManagedChannelBuilder.forTarget(address)
                        .usePlaintext()
                        .intercept(calls)
                        .build(),
                calls);
    }

    private QdrantWire(ManagedChannel channel, Calls calls) {
        this(
                channel,
                new QdrantClient(QdrantGrpcClient.newBuilder(channel, false).build()),
                calls);
    }

    VectorStore store() {
        return new QdrantVectorStore(client, channel);
    }

    @Override
    public void close() {
        client.close();
        channel.shutdownNow();
    }
}
