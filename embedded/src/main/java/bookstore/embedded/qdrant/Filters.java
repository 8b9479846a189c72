package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Condition.ConditionOneOfCase;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.HasIdCondition;
import io.qdrant.client.grpc.Common.MinShould;
import io.qdrant.client.grpc.Common.NestedCondition;
import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a filter as it is sent into a check of one point. */
final class Filters {

    private final Set<JsonPath> textIndexes;
    private final @Nullable JsonPath base;

    private Filters(Set<JsonPath> textIndexes, @Nullable JsonPath base) {
        this.textIndexes = textIndexes;
        this.base = base;
    }

    /** @param textIndexes fields whose text is matched word by word; that of others by what it contains */
    static Check check(Filter filter, Set<JsonPath> textIndexes) {
        return new Filters(textIndexes, null).check(filter);
    }

    private Check check(Filter filter) {
        List<Check> should = checks(filter.getShouldList());
        List<Check> must = checks(filter.getMustList());
        List<Check> mustNot = checks(filter.getMustNotList());
        var all = new ArrayList<>(must);
        if (!should.isEmpty()) {
            all.add((id, payload) -> should.stream().anyMatch(one -> one.passes(id, payload)));
        }
        if (filter.hasMinShould()) {
            all.add(atLeast(filter.getMinShould()));
        }
        mustNot.forEach(one -> all.add((id, payload) -> !one.passes(id, payload)));
        return (id, payload) -> {
            for (Check one : all) {
                if (!one.passes(id, payload)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Check atLeast(MinShould min) {
        if (min.getMinCount() == 0) {
            throw Errors.invalid("filter.min_should.min_count", "min_count must be greater than 0");
        }
        List<Check> checks = checks(min.getConditionsList());
        return (id, payload) ->
                checks.stream().filter(one -> one.passes(id, payload)).count() >= min.getMinCount();
    }

    /** An empty condition is none. */
    private List<Check> checks(List<Condition> conditions) {
        return conditions.stream()
                .filter(one -> one.getConditionOneOfCase() != ConditionOneOfCase.CONDITIONONEOF_NOT_SET)
                .map(this::check)
                .toList();
    }

    private Check check(Condition condition) {
        return switch (condition.getConditionOneOfCase()) {
            case FIELD -> FieldConditions.check(condition.getField(), this::hasTextIndex);
            case FILTER -> check(condition.getFilter());
            case HAS_ID -> hasId(condition.getHasId());
            case NESTED -> nested(condition.getNested());
            case IS_EMPTY -> isEmpty(JsonPath.of(condition.getIsEmpty().getKey()));
            case IS_NULL -> isNull(JsonPath.of(condition.getIsNull().getKey()));
            case HAS_VECTOR -> hasVector(condition.getHasVector().getHasVector());
            case CONDITIONONEOF_NOT_SET -> throw new IllegalArgumentException("An empty condition");
        };
    }

    private boolean hasTextIndex(JsonPath path) {
        return textIndexes.contains(base == null ? path : path.below(base));
    }

    private Check nested(NestedCondition nested) {
        if (!nested.hasFilter()) {
            throw Errors.malformed("Nested condition must have a filter");
        }
        JsonPath members = JsonPath.of(nested.getKey()).each();
        JsonPath there = base == null ? members : members.below(base);
        Check check = new Filters(textIndexes, there).check(nested.getFilter());
        return (id, payload) -> members.values(payload).stream()
                .filter(Value::hasStructValue)
                .anyMatch(member -> check.passes(null, member.getStructValue().getFieldsMap()));
    }

    private static Check hasId(HasIdCondition condition) {
        Set<Id> ids = condition.getHasIdList().stream().map(Id::of).collect(Collectors.toSet());
        return (id, payload) -> id != null && ids.contains(id);
    }

    private static Check isEmpty(JsonPath path) {
        return (id, payload) -> path.values(payload).stream().allMatch(Payloads::isEmpty);
    }

    private static Check isNull(JsonPath path) {
        return (id, payload) -> path.values(payload).stream().anyMatch(Payloads::isNull);
    }

    /** Every point has the one vector, which has no name. */
    private static Check hasVector(String name) {
        return (id, payload) -> id != null && name.isEmpty();
    }
}
