package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Collections.CollectionConfig;
import io.qdrant.client.grpc.Collections.CollectionInfo;
import io.qdrant.client.grpc.Collections.CollectionParams;
import io.qdrant.client.grpc.Collections.CollectionStatus;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.HnswConfigDiff;
import io.qdrant.client.grpc.Collections.MaxOptimizationThreads;
import io.qdrant.client.grpc.Collections.OptimizerStatus;
import io.qdrant.client.grpc.Collections.OptimizersConfigDiff;
import io.qdrant.client.grpc.Collections.PayloadSchemaInfo;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import io.qdrant.client.grpc.Collections.WalConfigDiff;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a collection was created with, defaults included, and the indexes of its fields. */
final class Schema {

    private static final int LARGEST = 65_536;
    private static final HnswConfigDiff HNSW = HnswConfigDiff.newBuilder()
            .setM(16)
            .setEfConstruct(100)
            .setFullScanThreshold(10_000)
            .setMaxIndexingThreads(0)
            .setOnDisk(false)
            .build();
    private static final OptimizersConfigDiff OPTIMIZERS = OptimizersConfigDiff.newBuilder()
            .setDeletedThreshold(0.2)
            .setVacuumMinVectorNumber(1000)
            .setDefaultSegmentNumber(0)
            .setIndexingThreshold(10_000)
            .setFlushIntervalSec(5)
            .setMaxOptimizationThreads(
                    MaxOptimizationThreads.newBuilder().setSetting(MaxOptimizationThreads.Setting.Auto))
            .build();
    private static final WalConfigDiff WAL = WalConfigDiff.newBuilder()
            .setWalCapacityMb(32)
            .setWalSegmentsAhead(0)
            .build();

    private final CollectionInfo info;

    Schema(CollectionInfo info) {
        this.info = info;
    }

    static Schema of(CreateCollection request) {
        if (!request.getVectorsConfig().hasParams()
                || request.getSparseVectorsConfig().getMapCount() > 0) {
            throw Errors.missing("collections without one unnamed dense vector");
        }
        VectorParams vector = request.getVectorsConfig().getParams();
        if (vector.getSize() < 1 || vector.getSize() > LARGEST) {
            throw Errors.invalid(
                    "vectors_config.config.size",
                    "value " + Long.toUnsignedString(vector.getSize()) + " invalid, must be from 1 to " + LARGEST);
        }
        if (vector.hasMultivectorConfig()) {
            throw Errors.missing("multivectors");
        }
        Metric.of(vector.getDistance());
        return new Schema(
                CollectionInfo.newBuilder().setConfig(config(request, vector)).build());
    }

    Vectors vectors() {
        VectorParams vector = info.getConfig().getParams().getVectorsConfig().getParams();
        return new Vectors((int) vector.getSize(), Metric.of(vector.getDistance()));
    }

    /** Fields whose text is matched word by word. */
    Set<JsonPath> textIndexes() {
        return info.getPayloadSchemaMap().entrySet().stream()
                .filter(index -> index.getValue().getDataType() == PayloadSchemaType.Text)
                .map(Map.Entry::getKey)
                .map(JsonPath::of)
                .collect(Collectors.toSet());
    }

    Schema with(String field, PayloadSchemaInfo index) {
        return new Schema(info.toBuilder().putPayloadSchema(field, index).build());
    }

    Schema without(String field) {
        return new Schema(info.toBuilder().removePayloadSchema(field).build());
    }

    Set<String> indexes() {
        return info.getPayloadSchemaMap().keySet();
    }

    CollectionInfo toProto() {
        return info;
    }

    /** @param indexed how many points have each indexed field */
    CollectionInfo describe(long points, Map<String, Long> indexed) {
        CollectionInfo.Builder described = info.toBuilder()
                .setStatus(CollectionStatus.Green)
                .setOptimizerStatus(OptimizerStatus.newBuilder().setOk(true))
                .setSegmentsCount(1)
                .setPointsCount(points)
                .setIndexedVectorsCount(0);
        info.getPayloadSchemaMap()
                .forEach((field, index) -> described.putPayloadSchema(
                        field, index.toBuilder().setPoints(indexed.get(field)).build()));
        return described.build();
    }

    private static CollectionConfig config(CreateCollection request, VectorParams vector) {
        CollectionConfig.Builder config = CollectionConfig.newBuilder()
                .setParams(CollectionParams.newBuilder()
                        .setShardNumber(1)
                        .setReplicationFactor(1)
                        .setWriteConsistencyFactor(1)
                        .setOnDiskPayload(!request.hasOnDiskPayload() || request.getOnDiskPayload())
                        .setVectorsConfig(VectorsConfig.newBuilder().setParams(vector)))
                .setHnswConfig(HNSW.toBuilder().mergeFrom(request.getHnswConfig()))
                .setOptimizerConfig(OPTIMIZERS.toBuilder().mergeFrom(request.getOptimizersConfig()))
                .setWalConfig(WAL.toBuilder().mergeFrom(request.getWalConfig()))
                .putAllMetadata(request.getMetadataMap());
        if (request.hasQuantizationConfig()) {
            config.setQuantizationConfig(request.getQuantizationConfig());
        }
        return config.build();
    }
}
