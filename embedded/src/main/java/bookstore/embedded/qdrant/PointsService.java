package bookstore.embedded.qdrant;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Points.ClearPayloadPoints;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeleteFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeletePayloadPoints;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.GetResponse;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.SearchPoints;
import io.qdrant.client.grpc.Points.SearchResponse;
import io.qdrant.client.grpc.Points.SetPayloadPoints;
import io.qdrant.client.grpc.Points.UpdateResult;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.Points.UpsertPoints;
import io.qdrant.client.grpc.PointsGrpc.PointsImplBase;
import java.util.function.ToLongFunction;

/** The calls that are about points. Those that are not here answer UNIMPLEMENTED. */
final class PointsService extends PointsImplBase {

    private final Registry registry;

    PointsService(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void upsert(UpsertPoints request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Writes.upsert(there, request));
    }

    @Override
    public void delete(DeletePoints request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Writes.delete(there, request));
    }

    @Override
    public void setPayload(SetPayloadPoints request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Writes.setPayload(there, request));
    }

    @Override
    public void overwritePayload(SetPayloadPoints request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Writes.overwrite(there, request));
    }

    @Override
    public void deletePayload(DeletePayloadPoints request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Writes.deletePayload(there, request));
    }

    @Override
    public void clearPayload(ClearPayloadPoints request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Writes.clearPayload(there, request));
    }

    @Override
    public void createFieldIndex(CreateFieldIndexCollection request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Indexes.create(there, request));
    }

    @Override
    public void deleteFieldIndex(DeleteFieldIndexCollection request, StreamObserver<PointsOperationResponse> answer) {
        write(answer, request.getCollectionName(), request.getWait(), there -> Indexes.delete(there, request));
    }

    @Override
    public void get(GetPoints request, StreamObserver<GetResponse> answer) {
        Answers.answer(answer, time -> Reads.get(collection(request.getCollectionName()), request)
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void scroll(ScrollPoints request, StreamObserver<ScrollResponse> answer) {
        Answers.answer(answer, time -> Reads.scroll(collection(request.getCollectionName()), request)
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void count(CountPoints request, StreamObserver<CountResponse> answer) {
        Answers.answer(answer, time -> Reads.count(collection(request.getCollectionName()), request)
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void search(SearchPoints request, StreamObserver<SearchResponse> answer) {
        Answers.answer(answer, time -> SearchResponse.newBuilder()
                .addAllResult(Searches.search(collection(request.getCollectionName()), request))
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void query(QueryPoints request, StreamObserver<QueryResponse> answer) {
        Answers.answer(answer, time -> QueryResponse.newBuilder()
                .addAllResult(Searches.query(collection(request.getCollectionName()), request))
                .setTime(time.getAsDouble())
                .build());
    }

    private Collection collection(String name) {
        return registry.get(Requests.name(name));
    }

    /** It is done before it is answered in any case; a client that does not wait is only not told so. */
    private void write(
            StreamObserver<PointsOperationResponse> answer,
            String name,
            boolean waits,
            ToLongFunction<Collection> operation) {
        Answers.answer(answer, time -> PointsOperationResponse.newBuilder()
                .setResult(UpdateResult.newBuilder()
                        .setOperationId(operation.applyAsLong(collection(name)))
                        .setStatus(waits ? UpdateStatus.Completed : UpdateStatus.Acknowledged))
                .setTime(time.getAsDouble())
                .build());
    }
}
