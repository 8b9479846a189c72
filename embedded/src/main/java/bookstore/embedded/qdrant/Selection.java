package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import io.qdrant.client.grpc.Points.WithVectorsSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What of a point a client wants to see.
 *
 * @param keep which part of the payload
 */
record Selection(Predicate<JsonPath> keep, boolean vector) {

    private static final Predicate<JsonPath> EVERYTHING = path -> true;
    private static final Predicate<JsonPath> NOTHING = path -> false;

    /** For a client who has not said what it wants. */
    static final WithPayloadSelector ALL =
            WithPayloadSelector.newBuilder().setEnable(true).build();

    /** For a client who has not said what it wants. */
    static final WithPayloadSelector NONE =
            WithPayloadSelector.newBuilder().setEnable(false).build();

    static Selection of(WithPayloadSelector payload, WithVectorsSelector vectors) {
        return new Selection(keep(payload), vector(vectors));
    }

    Map<String, Value> of(Map<String, Value> payload) {
        if (keep == EVERYTHING) {
            return payload;
        }
        var kept = new LinkedHashMap<String, Value>();
        payload.forEach((key, value) -> {
            var path = new JsonPath(key, List.of());
            if (keep.test(path)) {
                kept.put(key, inside(path, value));
            }
        });
        return kept;
    }

    private Value inside(JsonPath path, Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> {
                var kept = new LinkedHashMap<String, Value>();
                value.getStructValue().getFieldsMap().forEach((key, member) -> {
                    JsonPath there = path.to(new JsonPath.Key(key));
                    if (keep.test(there)) {
                        kept.put(key, inside(there, member));
                    }
                });
                yield Payloads.object(kept);
            }
            case LIST_VALUE -> {
                JsonPath there = path.to(new JsonPath.Each());
                var kept = new ArrayList<Value>();
                if (keep.test(there)) {
                    value.getListValue().getValuesList().forEach(member -> kept.add(inside(there, member)));
                }
                yield Payloads.list(kept);
            }
            default -> value;
        };
    }

    private static boolean vector(WithVectorsSelector vectors) {
        return vectors.getEnable() || vectors.getInclude().getNamesList().contains("");
    }

    private static Predicate<JsonPath> keep(WithPayloadSelector selector) {
        return switch (selector.getSelectorOptionsCase()) {
            case ENABLE -> selector.getEnable() ? EVERYTHING : NOTHING;
            case INCLUDE -> {
                List<JsonPath> included = paths(selector.getInclude().getFieldsList());
                yield path -> included.stream().anyMatch(one -> one.startsWith(path) || path.startsWith(one));
            }
            case EXCLUDE -> {
                List<JsonPath> excluded = paths(selector.getExclude().getFieldsList());
                yield path -> excluded.stream().noneMatch(path::startsWith);
            }
            case SELECTOROPTIONS_NOT_SET -> throw Errors.malformed("No PayloadSelector");
        };
    }

    private static List<JsonPath> paths(List<String> fields) {
        return fields.stream().map(JsonPath::of).toList();
    }
}
