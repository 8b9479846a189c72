package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.ListValue;
import io.qdrant.client.grpc.JsonWithInt.NullValue;
import io.qdrant.client.grpc.JsonWithInt.Struct;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.JsonWithInt.Value.KindCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payloads as values that are never changed. */
final class Payloads {

    static final Value NULL =
            Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

    private Payloads() {}

    /** As JSON has it: what has no kind is null, and a number is finite. */
    static Map<String, Value> normalised(Map<String, Value> sent) {
        var payload = new LinkedHashMap<String, Value>();
        sent.forEach((key, value) -> payload.put(key, normalised(value)));
        return Map.copyOf(payload);
    }

    /** The fresh keys over the old ones; null takes a key away. */
    static Map<String, Value> merged(Map<String, Value> old, Map<String, Value> fresh) {
        var payload = new LinkedHashMap<>(old);
        fresh.forEach((key, value) -> {
            if (isNull(value)) {
                payload.remove(key);
            } else {
                payload.put(key, value);
            }
        });
        return payload;
    }

    static boolean isNull(Value value) {
        return value.getKindCase() == KindCase.NULL_VALUE;
    }

    static boolean isEmpty(Value value) {
        return isNull(value) || isList(value) && value.getListValue().getValuesCount() == 0;
    }

    static boolean isList(Value value) {
        return value.getKindCase() == KindCase.LIST_VALUE;
    }

    static Value object(Map<String, Value> fields) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putAllFields(fields))
                .build();
    }

    static Value list(List<Value> values) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(values))
                .build();
    }

    private static Value normalised(Value value) {
        return switch (value.getKindCase()) {
            case KIND_NOT_SET -> NULL;
            case STRUCT_VALUE -> object(normalised(value.getStructValue().getFieldsMap()));
            case LIST_VALUE ->
                list(value.getListValue().getValuesList().stream()
                        .map(Payloads::normalised)
                        .toList());
            case DOUBLE_VALUE -> finite(value);
            case NULL_VALUE, INTEGER_VALUE, STRING_VALUE, BOOL_VALUE -> value;
        };
    }

    private static Value finite(Value number) {
        if (!Double.isFinite(number.getDoubleValue())) {
            throw Errors.malformed("cannot convert to json number");
        }
        return number;
    }
}
