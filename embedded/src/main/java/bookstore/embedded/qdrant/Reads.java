package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.GetResponse;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.VectorOutput;
import io.qdrant.client.grpc.Points.VectorsOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reads points by id, without comparing vectors. */
final class Reads {

    private static final int PAGE = 10;

    private Reads() {}

    /** In the order in which they were asked for, each once; what is not there is left out. */
    static GetResponse.Builder get(Collection collection, GetPoints request) {
        List<Id> ids = request.getIdsList().stream().map(Id::of).distinct().toList();
        Selection selection = Selection.of(
                request.hasWithPayload() ? request.getWithPayload() : Selection.NONE, request.getWithVectors());
        return collection.read((points, schema) -> {
            var response = GetResponse.newBuilder();
            for (Id id : ids) {
                Point point = points.find(id);
                if (point != null) {
                    response.addResult(retrieved(points, point, selection));
                }
            }
            return response;
        });
    }

    static ScrollResponse.Builder scroll(Collection collection, ScrollPoints request) {
        int limit = Requests.limit(request.hasLimit(), Integer.toUnsignedLong(request.getLimit()), PAGE);
        Requests.without(request.hasOrderBy(), "scrolling in the order of a field");
        Id first = request.hasOffset() ? Id.of(request.getOffset()) : null;
        Selection selection = Selection.of(
                request.hasWithPayload() ? request.getWithPayload() : Selection.ALL, request.getWithVectors());
        return collection.read((points, schema) -> {
            List<Point> page = page(points, first, check(request.getFilter(), schema), limit + 1L);
            var response = ScrollResponse.newBuilder();
            page.stream().limit(limit).forEach(point -> response.addResult(retrieved(points, point, selection)));
            if (page.size() > limit) {
                response.setNextPageOffset(page.get(limit).id().toProto());
            }
            return response;
        });
    }

    static CountResponse.Builder count(Collection collection, CountPoints request) {
        return collection.read((points, schema) -> {
            Check check = check(request.getFilter(), schema);
            long count = points.from(null)
                    .filter(point -> check.passes(point.id(), point.payload()))
                    .count();
            return CountResponse.newBuilder().setResult(CountResult.newBuilder().setCount(count));
        });
    }

    static List<Point> page(Points points, @Nullable Id first, Check check, long limit) {
        return points.from(first)
                .filter(point -> check.passes(point.id(), point.payload()))
                .limit(limit)
                .toList();
    }

    static Check check(Filter filter, Schema schema) {
        return Filters.check(filter, schema.textIndexes());
    }

    static VectorsOutput vector(Points points, Id id) {
        return VectorsOutput.newBuilder()
                .setVector(VectorOutput.newBuilder().setDense(Changes.dense(points.vector(id))))
                .build();
    }

    private static RetrievedPoint retrieved(Points points, Point point, Selection selection) {
        var retrieved =
                RetrievedPoint.newBuilder().setId(point.id().toProto()).putAllPayload(selection.of(point.payload()));
        if (selection.vector()) {
            retrieved.setVectors(vector(points, point.id()));
        }
        return retrieved.build();
    }
}
