package bookstore.embedded.qdrant;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.ChangeAliases;
import io.qdrant.client.grpc.Collections.CollectionDescription;
import io.qdrant.client.grpc.Collections.CollectionExists;
import io.qdrant.client.grpc.Collections.CollectionExistsRequest;
import io.qdrant.client.grpc.Collections.CollectionExistsResponse;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.Collections.GetCollectionInfoRequest;
import io.qdrant.client.grpc.Collections.GetCollectionInfoResponse;
import io.qdrant.client.grpc.Collections.ListAliasesRequest;
import io.qdrant.client.grpc.Collections.ListAliasesResponse;
import io.qdrant.client.grpc.Collections.ListCollectionAliasesRequest;
import io.qdrant.client.grpc.Collections.ListCollectionsRequest;
import io.qdrant.client.grpc.Collections.ListCollectionsResponse;
import io.qdrant.client.grpc.CollectionsGrpc.CollectionsImplBase;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The calls that are about collections and aliases as a whole. Those that are not here answer UNIMPLEMENTED. */
final class CollectionsService extends CollectionsImplBase {

    private final Registry registry;

    CollectionsService(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void create(CreateCollection request, StreamObserver<CollectionOperationResponse> answer) {
        operate(answer, () -> {
            Requests.name(request.getCollectionName());
            registry.create(request);
            return true;
        });
    }

    @Override
    public void delete(DeleteCollection request, StreamObserver<CollectionOperationResponse> answer) {
        operate(answer, () -> registry.delete(Requests.name(request.getCollectionName())));
    }

    @Override
    public void updateAliases(ChangeAliases request, StreamObserver<CollectionOperationResponse> answer) {
        operate(answer, () -> {
            registry.change(request.getActionsList());
            return true;
        });
    }

    @Override
    public void get(GetCollectionInfoRequest request, StreamObserver<GetCollectionInfoResponse> answer) {
        Answers.answer(answer, time -> GetCollectionInfoResponse.newBuilder()
                .setResult(
                        registry.get(Requests.name(request.getCollectionName())).describe())
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void list(ListCollectionsRequest request, StreamObserver<ListCollectionsResponse> answer) {
        Answers.answer(answer, time -> {
            var response = ListCollectionsResponse.newBuilder();
            registry.names()
                    .forEach(name -> response.addCollections(
                            CollectionDescription.newBuilder().setName(name)));
            return response.setTime(time.getAsDouble()).build();
        });
    }

    @Override
    public void collectionExists(CollectionExistsRequest request, StreamObserver<CollectionExistsResponse> answer) {
        Answers.answer(answer, time -> CollectionExistsResponse.newBuilder()
                .setResult(CollectionExists.newBuilder()
                        .setExists(registry.has(Requests.name(request.getCollectionName()))))
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void listAliases(ListAliasesRequest request, StreamObserver<ListAliasesResponse> answer) {
        Answers.answer(answer, time -> AliasFile.describe(registry.aliases())
                .setTime(time.getAsDouble())
                .build());
    }

    @Override
    public void listCollectionAliases(
            ListCollectionAliasesRequest request, StreamObserver<ListAliasesResponse> answer) {
        Answers.answer(answer, time -> {
            var aliases = new TreeMap<>(registry.aliases());
            aliases.values().retainAll(Set.of(Requests.name(request.getCollectionName())));
            return AliasFile.describe(aliases).setTime(time.getAsDouble()).build();
        });
    }

    private static void operate(StreamObserver<CollectionOperationResponse> answer, BooleanSupplier operation) {
        Answers.answer(answer, time -> CollectionOperationResponse.newBuilder()
                .setResult(operation.getAsBoolean())
                .setTime(time.getAsDouble())
                .build());
    }
}
