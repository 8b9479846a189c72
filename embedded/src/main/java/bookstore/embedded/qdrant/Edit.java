package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A change at one place of a payload. Lists are entered where the path says so, and never made longer. */
final class Edit {

    private Edit() {}

    /** Merges into the object at the path, which takes the place of anything that is no object. */
    static Map<String, Value> merge(Map<String, Value> payload, JsonPath path, Map<String, Value> fresh) {
        return with(payload, path.first(), merged(payload.get(path.first()), path.rest(), fresh));
    }

    static Map<String, Value> remove(Map<String, Value> payload, JsonPath path) {
        Value old = payload.get(path.first());
        if (old == null) {
            return payload;
        }
        return path.rest().isEmpty()
                ? without(payload, path.first())
                : with(payload, path.first(), removed(old, path.rest()));
    }

    private static Value merged(@Nullable Value old, List<JsonPath.Step> steps, Map<String, Value> fresh) {
        Value value = old == null ? Payloads.NULL : old;
        if (steps.isEmpty()) {
            return Payloads.object(Payloads.merged(value.getStructValue().getFieldsMap(), fresh));
        }
        List<JsonPath.Step> rest = steps.subList(1, steps.size());
        if (steps.get(0) instanceof JsonPath.Key key) {
            Map<String, Value> fields = value.getStructValue().getFieldsMap();
            return Payloads.object(with(fields, key.name(), merged(fields.get(key.name()), rest, fresh)));
        }
        return eachOf(value, steps.get(0), member -> merged(member, rest, fresh));
    }

    private static Value removed(Value value, List<JsonPath.Step> steps) {
        List<JsonPath.Step> rest = steps.subList(1, steps.size());
        if (steps.get(0) instanceof JsonPath.Key key) {
            Map<String, Value> fields = value.getStructValue().getFieldsMap();
            Value member = fields.get(key.name());
            if (member == null) {
                return value;
            }
            return Payloads.object(
                    rest.isEmpty() ? without(fields, key.name()) : with(fields, key.name(), removed(member, rest)));
        }
        if (!Payloads.isList(value)) {
            return value;
        }
        if (rest.isEmpty()) {
            // an index is left alone, because removing it twice would remove two members
            return steps.get(0) instanceof JsonPath.Each ? Payloads.list(List.of()) : value;
        }
        return eachOf(value, steps.get(0), member -> removed(member, rest));
    }

    private static Value eachOf(Value list, JsonPath.Step step, UnaryOperator<Value> change) {
        var members = new ArrayList<>(list.getListValue().getValuesList());
        if (step instanceof JsonPath.Index index) {
            if (index.at() < members.size()) {
                members.set(index.at(), change.apply(members.get(index.at())));
            }
        } else {
            members.replaceAll(change);
        }
        return Payloads.list(members);
    }

    private static Map<String, Value> with(Map<String, Value> fields, String key, Value value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, Value> without(Map<String, Value> fields, String key) {
        var changed = new LinkedHashMap<>(fields);
        changed.remove(key);
        return changed;
    }
}
