package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.DenseVector;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsIdsList;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.PointsUpdateOperation;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.DeletePoints;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.OverwritePayload;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.PointStructList;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import io.qdrant.client.grpc.Points.Vector;
import io.qdrant.client.grpc.Points.Vectors;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a request does to the points: which get which vector and payload, and which go. It is kept in the words of
 * Qdrant's own protocol, one batch a request, and applying it again changes nothing.
 */
final class Changes {

    private final UpdateBatchPoints.Builder batch = UpdateBatchPoints.newBuilder();
    private final PointStructList.Builder put = PointStructList.newBuilder();

    /** @param vector prepared for the metric */
    Changes put(Id id, float[] vector, Map<String, Value> payload) {
        put.addPoints(struct(id, vector, payload));
        return this;
    }

    Changes putPayload(Id id, Map<String, Value> payload) {
        batch.addOperations(PointsUpdateOperation.newBuilder()
                .setOverwritePayload(OverwritePayload.newBuilder()
                        .putAllPayload(payload)
                        .setPointsSelector(selector(Stream.of(id)))));
        return this;
    }

    Changes remove(Stream<Id> ids) {
        batch.addOperations(PointsUpdateOperation.newBuilder()
                .setDeletePoints(DeletePoints.newBuilder().setPoints(selector(ids))));
        return this;
    }

    UpdateBatchPoints done() {
        if (put.getPointsCount() > 0) {
            batch.addOperations(PointsUpdateOperation.newBuilder().setUpsert(put));
        }
        return batch.build();
    }

    /** How many changes of one point there are in it. */
    static int count(UpdateBatchPoints batch) {
        return batch.getOperationsList().stream()
                .mapToInt(one -> one.hasUpsert()
                        ? one.getUpsert().getPointsCount()
                        : one.hasDeletePoints()
                                ? one.getDeletePoints().getPoints().getPoints().getIdsCount()
                                : 1)
                .sum();
    }

    static void apply(UpdateBatchPoints batch, Points points, long version) {
        for (PointsUpdateOperation operation : batch.getOperationsList()) {
            switch (operation.getOperationCase()) {
                case UPSERT ->
                    operation
                            .getUpsert()
                            .getPointsList()
                            .forEach(one -> points.put(
                                    Id.of(one.getId()),
                                    floats(one.getVectors().getVector().getDense()),
                                    one.getPayloadMap(),
                                    version));
                case OVERWRITE_PAYLOAD -> {
                    OverwritePayload change = operation.getOverwritePayload();
                    ids(change.getPointsSelector())
                            .forEach(id -> points.putPayload(id, change.getPayloadMap(), version));
                }
                case DELETE_POINTS ->
                    ids(operation.getDeletePoints().getPoints()).forEach(points::remove);
                default -> throw new IllegalStateException("No such change: " + operation.getOperationCase());
            }
        }
    }

    /** Bytes of a point with its vector. */
    static int size(Id id, Map<String, Value> payload, int dimensions) {
        return struct(id, new float[0], payload).getSerializedSize() + dimensions * Float.BYTES;
    }

    static float[] floats(DenseVector dense) {
        var floats = new float[dense.getDataCount()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = dense.getData(i);
        }
        return floats;
    }

    static DenseVector dense(float[] vector) {
        var dense = DenseVector.newBuilder();
        for (float number : vector) {
            dense.addData(number);
        }
        return dense.build();
    }

    private static PointStruct struct(Id id, float[] vector, Map<String, Value> payload) {
        return PointStruct.newBuilder()
                .setId(id.toProto())
                .putAllPayload(payload)
                .setVectors(Vectors.newBuilder().setVector(Vector.newBuilder().setDense(dense(vector))))
                .build();
    }

    private static PointsSelector selector(Stream<Id> ids) {
        return PointsSelector.newBuilder()
                .setPoints(PointsIdsList.newBuilder()
                        .addAllIds(ids.map(Id::toProto).toList()))
                .build();
    }

    private static Stream<Id> ids(PointsSelector selector) {
        return selector.getPoints().getIdsList().stream().map(Id::of);
    }
}
