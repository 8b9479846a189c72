package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Collections.CollectionInfo;
import io.qdrant.client.grpc.Collections.PayloadSchemaInfo;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One collection: many read at the same time, one writes. What is written is in the journal before it is seen. */
final class Collection implements AutoCloseable {

    static final String SCHEMA = "schema";
    private static final String JOURNAL = "journal";
    private static final long SMALLEST_WORTH_COMPACTING = 1L << 20;
    private static final int POINTS_A_BATCH = 256;

    private final Path directory;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Points points;
    private final Journal journal;
    private Schema schema;
    private long operations;
    private long recorded;

    /** Opens what the directory holds; its schema is there already. */
    Collection(Path directory) {
        this.directory = directory;
        this.schema = new Schema(WholeFile.read(directory.resolve(SCHEMA), CollectionInfo.parser()));
        this.points = new Points(schema.vectors());
        this.journal = Journal.open(directory.resolve(JOURNAL), this::recover);
        if (recorded > points.size()) {
            compact();
        }
    }

    /** @param question is given the points, and the schema to understand a filter with */
    <T> T read(BiFunction<Points, Schema, T> question) {
        return guarded(lock.readLock(), () -> question.apply(points, schema));
    }

    /**
     * Changes the points.
     *
     * @param change what to do to them
     * @return the number of the operation
     */
    long write(BiFunction<Points, Schema, UpdateBatchPoints> change) {
        return guarded(lock.writeLock(), () -> {
            UpdateBatchPoints batch = change.apply(points, schema);
            if (batch.getOperationsCount() > 0) {
                journal.append(batch);
                Changes.apply(batch, points, operations);
                compactIfWorthIt();
            }
            return operations++;
        });
    }

    long createIndex(String field, PayloadSchemaInfo index) {
        return change(there -> there.with(field, index));
    }

    long deleteIndex(String field) {
        return change(there -> there.without(field));
    }

    CollectionInfo describe() {
        return read((there, indexes) -> {
            Map<String, Long> indexed = new HashMap<>();
            for (String field : indexes.indexes()) {
                JsonPath path = JsonPath.of(field);
                indexed.put(
                        field,
                        there.from(null)
                                .filter(point -> !path.values(point.payload()).isEmpty())
                                .count());
            }
            return indexes.describe(there.size(), indexed);
        });
    }

    @Override
    public void close() {
        guarded(lock.writeLock(), () -> {
            journal.close();
            return null;
        });
    }

    private long change(Function<Schema, Schema> change) {
        return guarded(lock.writeLock(), () -> {
            Schema changed = change.apply(schema);
            WholeFile.write(directory.resolve(SCHEMA), changed.toProto());
            schema = changed;
            return operations++;
        });
    }

    private void recover(UpdateBatchPoints batch) {
        Changes.apply(batch, points, operations++);
        recorded += Changes.count(batch);
    }

    private void compactIfWorthIt() {
        if (journal.size() > Math.max(SMALLEST_WORTH_COMPACTING, 2 * points.bytes())) {
            compact();
        }
    }

    private void compact() {
        int batches = (points.size() + POINTS_A_BATCH - 1) / POINTS_A_BATCH;
        journal.replace(IntStream.range(0, batches).mapToObj(this::batch));
    }

    private UpdateBatchPoints batch(int number) {
        var changes = new Changes();
        int first = number * POINTS_A_BATCH;
        Stream<Integer> slots = IntStream.range(first, Math.min(first + POINTS_A_BATCH, points.size()))
                .boxed();
        slots.forEach(slot -> {
            Point point = points.at(slot);
            changes.put(point.id(), points.vectors().get(slot), point.payload());
        });
        return changes.done();
    }

    private static <T> T guarded(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
