package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Points.PointsSelector;
import java.util.List;

/** Which points an operation is about. */
interface Selector {

    /** The ids as they were given, be they there or not, or those of the points that pass the filter. */
    List<Id> select(Points points);

    static Selector of(PointsSelector selector, Schema schema) {
        return switch (selector.getPointsSelectorOneOfCase()) {
            case POINTS -> {
                List<Id> ids = selector.getPoints().getIdsList().stream()
                        .map(Id::of)
                        .distinct()
                        .toList();
                yield points -> ids;
            }
            case FILTER -> {
                Check check = Filters.check(selector.getFilter(), schema.textIndexes());
                yield points -> points.from(null)
                        .filter(point -> check.passes(point.id(), point.payload()))
                        .map(Point::id)
                        .toList();
            }
            case POINTSSELECTORONEOF_NOT_SET -> throw Errors.malformed("Malformed PointsSelector type");
        };
    }
}
