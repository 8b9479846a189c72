package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Common.DatetimeRange;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.Common.ValuesCount;
import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.List;
import java.util.function.Predicate;

/** Conditions on the values of one field. One value that fulfils it is enough, be it a member of a list. */
final class FieldConditions {

    private FieldConditions() {}

    static Check check(FieldCondition condition, Predicate<JsonPath> hasTextIndex) {
        if (condition.hasGeoBoundingBox() || condition.hasGeoRadius() || condition.hasGeoPolygon()) {
            throw Errors.missing("geo conditions");
        }
        JsonPath path = JsonPath.of(condition.getKey());
        Predicate<Value> single = single(condition, hasTextIndex.test(path));
        if (condition.hasValuesCount()) {
            ValuesCount bounds = condition.getValuesCount();
            return check(path, value -> within(count(value), bounds), within(0, bounds));
        }
        if (condition.hasIsEmpty()) {
            boolean wanted = condition.getIsEmpty();
            return check(path, value -> Payloads.isEmpty(value) == wanted, wanted);
        }
        if (condition.hasIsNull()) {
            boolean wanted = condition.getIsNull();
            return check(path, value -> hasNull(value) == wanted, !wanted);
        }
        return check(path, value -> anyOf(value, single), false);
    }

    /** @param missing what holds where there is no such field */
    private static Check check(JsonPath path, Predicate<Value> value, boolean missing) {
        return (id, payload) -> {
            List<Value> values = path.values(payload);
            return values.isEmpty() ? missing : values.stream().anyMatch(value);
        };
    }

    private static Predicate<Value> single(FieldCondition condition, boolean words) {
        Predicate<Value> match = condition.hasMatch() ? Matches.of(condition.getMatch(), words) : value -> false;
        if (condition.hasRange()) {
            return match.or(value -> within(value, condition.getRange()));
        }
        if (condition.hasDatetimeRange()) {
            return match.or(value -> within(value, condition.getDatetimeRange()));
        }
        return match;
    }

    private static boolean anyOf(Value value, Predicate<Value> condition) {
        return Payloads.isList(value)
                ? value.getListValue().getValuesList().stream().anyMatch(condition)
                : condition.test(value);
    }

    private static boolean hasNull(Value value) {
        return Payloads.isNull(value)
                || value.getListValue().getValuesList().stream().anyMatch(Payloads::isNull);
    }

    private static long count(Value value) {
        if (Payloads.isNull(value)) {
            return 0;
        }
        return Payloads.isList(value) ? value.getListValue().getValuesCount() : 1;
    }

    private static boolean within(long count, ValuesCount bounds) {
        return (!bounds.hasLt() || count < bounds.getLt())
                && (!bounds.hasGt() || count > bounds.getGt())
                && (!bounds.hasLte() || count <= bounds.getLte())
                && (!bounds.hasGte() || count >= bounds.getGte());
    }

    private static boolean within(Value value, Range bounds) {
        if (!value.hasIntegerValue() && !value.hasDoubleValue()) {
            return false;
        }
        double number = value.hasIntegerValue() ? value.getIntegerValue() : value.getDoubleValue();
        return (!bounds.hasLt() || number < bounds.getLt())
                && (!bounds.hasGt() || number > bounds.getGt())
                && (!bounds.hasLte() || number <= bounds.getLte())
                && (!bounds.hasGte() || number >= bounds.getGte());
    }

    private static boolean within(Value value, DatetimeRange bounds) {
        return value.hasStringValue()
                && Datetimes.parse(value.getStringValue())
                        .filter(time -> (!bounds.hasLt() || time.isBefore(Datetimes.of(bounds.getLt())))
                                && (!bounds.hasGt() || time.isAfter(Datetimes.of(bounds.getGt())))
                                && (!bounds.hasLte() || !time.isAfter(Datetimes.of(bounds.getLte())))
                                && (!bounds.hasGte() || !time.isBefore(Datetimes.of(bounds.getGte()))))
                        .isPresent();
    }
}
