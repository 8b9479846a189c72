package bookstore.embedded.qdrant;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.QdrantGrpc.QdrantImplBase;
import io.qdrant.client.grpc.QdrantOuterClass.HealthCheckReply;
import io.qdrant.client.grpc.QdrantOuterClass.HealthCheckRequest;

/** Says who answers; clients compare the version with their own. */
final class QdrantService extends QdrantImplBase {

    private static final HealthCheckReply REPLY = HealthCheckReply.newBuilder()
            .setTitle("qdrant - vector search engine (embedded stand-in)")
            .setVersion("1.16.2")
            .build();

    @Override
    public void healthCheck(HealthCheckRequest request, StreamObserver<HealthCheckReply> answer) {
        Answers.answer(answer, time -> REPLY);
    }
}
