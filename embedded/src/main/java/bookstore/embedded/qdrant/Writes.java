package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.ClearPayloadPoints;
import io.qdrant.client.grpc.Points.DeletePayloadPoints;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.SetPayloadPoints;
import io.qdrant.client.grpc.Points.UpsertPoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What changes points. Each returns the number of the operation. */
final class Writes {

    private Writes() {}

    /** All points or none. */
    static long upsert(Collection collection, UpsertPoints request) {
        Requests.without(request.hasUpdateFilter(), "update filters");
        Requests.without(request.hasShardKeySelector(), "shard keys");
        var vectors = new LinkedHashMap<Id, float[]>();
        var payloads = new LinkedHashMap<Id, Map<String, Value>>();
        request.getPointsList().forEach(point -> {
            Id id = Requests.id(point);
            vectors.put(id, Requests.vector(point));
            payloads.put(id, Payloads.normalised(point.getPayloadMap()));
        });
        return collection.write((points, schema) -> {
            var changes = new Changes();
            vectors.forEach((id, vector) -> changes.put(id, points.vectors().prepared(vector), payloads.get(id)));
            return changes.done();
        });
    }

    /** An id that is not there is no error. */
    static long delete(Collection collection, DeletePoints request) {
        if (!request.hasPoints()) {
            throw Errors.malformed("PointSelector is missing");
        }
        return collection.write((points, schema) -> {
            List<Id> gone = Selector.of(request.getPoints(), schema).select(points).stream()
                    .filter(points::has)
                    .toList();
            var changes = new Changes();
            return gone.isEmpty()
                    ? changes.done()
                    : changes.remove(gone.stream()).done();
        });
    }

    static long setPayload(Collection collection, SetPayloadPoints request) {
        Map<String, Value> fresh = Payloads.normalised(request.getPayloadMap());
        if (request.hasKey()) {
            JsonPath path = JsonPath.of(request.getKey());
            return change(collection, required(request), old -> Edit.merge(old, path, fresh));
        }
        return change(collection, required(request), old -> Payloads.merged(old, fresh));
    }

    static long overwrite(Collection collection, SetPayloadPoints request) {
        Map<String, Value> fresh = Payloads.normalised(request.getPayloadMap());
        return change(collection, required(request), old -> fresh);
    }

    static long deletePayload(Collection collection, DeletePayloadPoints request) {
        List<JsonPath> keys = request.getKeysList().stream().map(JsonPath::of).toList();
        if (!request.hasPointsSelector()) {
            throw noSelector();
        }
        return change(collection, request.getPointsSelector(), old -> {
            Map<String, Value> payload = old;
            for (JsonPath key : keys) {
                payload = Edit.remove(payload, key);
            }
            return payload;
        });
    }

    static long clearPayload(Collection collection, ClearPayloadPoints request) {
        if (!request.hasPoints()) {
            throw Errors.malformed("PointSelector is missing");
        }
        return change(collection, request.getPoints(), old -> Map.of());
    }

    private static PointsSelector required(SetPayloadPoints request) {
        if (!request.hasPointsSelector()) {
            throw noSelector();
        }
        return request.getPointsSelector();
    }

    private static RuntimeException noSelector() {
        return Errors.malformed("points_selector is expected");
    }

    /** An id that is not there is an error, though the others are changed. */
    private static long change(
            Collection collection, PointsSelector selector, UnaryOperator<Map<String, Value>> change) {
        var missing = new ArrayList<Id>();
        long operation = collection.write((points, schema) -> {
            var changes = new Changes();
            for (Id id : Selector.of(selector, schema).select(points)) {
                Point point = points.find(id);
                if (point == null) {
                    missing.add(id);
                } else {
                    changes.putPayload(id, change.apply(point.payload()));
                }
            }
            return changes.done();
        });
        if (!missing.isEmpty()) {
            throw Errors.noPoint(missing.get(0));
        }
        return operation;
    }
}
