package bookstore.embedded.qdrant;

import bookstore.embedded.qdrant.Nearest.Hit;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SearchPoints;
import io.qdrant.client.grpc.Points.VectorInput;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the nearest points by comparing with every one, so the answer is exact whatever the parameters say. */
final class Searches {

    private static final int RESULTS = 10;
    private static final float NOT_COMPARED = 1;

    private Searches() {}

    static List<ScoredPoint> search(Collection collection, SearchPoints request) {
        int limit = Requests.limit(true, request.getLimit(), RESULTS);
        Requests.without(request.hasSparseIndices(), "sparse vectors");
        Requests.unnamed(request.getVectorName());
        var page = new Page(Requests.count(request.getOffset()), limit);
        Selection selection = Selection.of(
                request.hasWithPayload() ? request.getWithPayload() : Selection.NONE, request.getWithVectors());
        return collection.read((points, schema) -> {
            float[] query = points.vectors().prepared(Requests.floats(request.getVectorList()));
            Check check = Reads.check(request.getFilter(), schema);
            var hits = nearest(points, query, check, page);
            return page.of(passing(hits, points, request.hasScoreThreshold(), request.getScoreThreshold()))
                    .map(hit -> scored(points, hit, selection))
                    .toList();
        });
    }

    static List<ScoredPoint> query(Collection collection, QueryPoints request) {
        int limit = Requests.limit(request.hasLimit(), request.getLimit(), RESULTS);
        Requests.without(request.getPrefetchCount() > 0, "prefetches");
        Requests.without(request.hasLookupFrom(), "lookups in other collections");
        Requests.unnamed(request.getUsing());
        var page = new Page(Requests.count(request.getOffset()), limit);
        Selection selection = Selection.of(
                request.hasWithPayload() ? request.getWithPayload() : Selection.NONE, request.getWithVectors());
        return collection.read((points, schema) -> {
            Check check = Reads.check(request.getFilter(), schema);
            List<Hit> hits = request.hasQuery()
                    ? nearest(points, Requests.nearest(request), check, page)
                    : byId(points, check, page);
            boolean threshold = request.hasQuery() && request.hasScoreThreshold();
            return page.of(passing(hits, points, threshold, request.getScoreThreshold()))
                    .map(hit -> scored(points, hit, selection))
                    .toList();
        });
    }

    /** A point that is compared with is not among its own neighbours. */
    private static List<Hit> nearest(Points points, VectorInput input, Check check, Page page) {
        if (input.hasDense()) {
            float[] query = points.vectors().prepared(Changes.floats(input.getDense()));
            return nearest(points, query, check, page);
        }
        Id asked = Id.of(input.getId());
        Check others = (id, payload) -> !asked.equals(id) && check.passes(id, payload);
        return nearest(points, points.vector(asked), others, page);
    }

    private static List<Hit> nearest(Points points, float[] query, Check check, Page page) {
        Vectors vectors = points.vectors();
        var nearest = new Nearest(page.end(), vectors.metric());
        for (int slot = 0; slot < points.size(); slot++) {
            float score = vectors.score(query, slot);
            if (nearest.wants(score)) {
                Point point = points.at(slot);
                if (check.passes(point.id(), point.payload())) {
                    nearest.offer(score, point);
                }
            }
        }
        return nearest.bestFirst();
    }

    private static List<Hit> byId(Points points, Check check, Page page) {
        return Reads.page(points, null, check, page.end()).stream()
                .map(point -> new Hit(NOT_COMPARED, point))
                .toList();
    }

    private static Stream<Hit> passing(List<Hit> hits, Points points, boolean threshold, float bound) {
        Metric metric = points.vectors().metric();
        return hits.stream().filter(hit -> !threshold || metric.better(hit.score(), bound));
    }

    private static ScoredPoint scored(Points points, Hit hit, Selection selection) {
        Point point = hit.point();
        var scored = ScoredPoint.newBuilder()
                .setId(point.id().toProto())
                .setScore(hit.score())
                .setVersion(point.version())
                .putAllPayload(selection.of(point.payload()));
        if (selection.vector()) {
            scored.setVectors(Reads.vector(points, point.id()));
        }
        return scored.build();
    }

    private record Page(int offset, int limit) {

        int end() {
            return (int) Math.min((long) offset + limit, Integer.MAX_VALUE);
        }

        <T> Stream<T> of(Stream<T> all) {
            return all.skip(offset).limit(limit);
        }
    }
}
