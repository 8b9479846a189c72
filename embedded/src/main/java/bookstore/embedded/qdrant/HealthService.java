package bookstore.embedded.qdrant;

import grpc.health.v1.HealthCheck.HealthCheckRequest;
import grpc.health.v1.HealthCheck.HealthCheckResponse;
import grpc.health.v1.HealthCheck.HealthCheckResponse.ServingStatus;
import grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.stub.StreamObserver;

/** The health check of gRPC itself, which orchestrators know. */
final class HealthService extends HealthImplBase {

    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
        Answers.answer(answer, time -> HealthCheckResponse.newBuilder()
                .setStatus(ServingStatus.SERVING)
                .build());
    }
}
