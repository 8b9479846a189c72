package bookstore.embedded.amqp;

import com.rabbitmq.client.LongString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a queue declaration and declines those of a wrong type or out of range. */
record QueueArguments(String queue, Map<String, Object> values) {

    @Nullable
    String text(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof LongString) && !(value instanceof String)) {
            throw invalid(name);
        }
        return value == null ? null : value.toString();
    }

    void needs(String name, String other) {
        if (values.containsKey(name) && !values.containsKey(other)) {
            throw invalid(name);
        }
    }

    String oneOf(String name, String otherwise, String... allowed) {
        String value = text(name);
        if (value != null && !List.of(allowed).contains(value)) {
            throw invalid(name);
        }
        return value == null ? otherwise : value;
    }

    @Nullable
    Long number(String name, long least, long most) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && number.longValue() >= least && number.longValue() <= most) {
            return number.longValue();
        }
        throw invalid(name);
    }

    int numberOrZero(String name, int most) {
        Long value = number(name, 0, most);
        return value == null ? 0 : value.intValue();
    }

    long numberOr(String name, long otherwise) {
        Long value = number(name, 0, Long.MAX_VALUE);
        return value == null ? otherwise : value;
    }

    Refusal invalid(String name) {
        return Reply.PRECONDITION_FAILED.because("invalid arg '%s' for queue '%s' in vhost '/'".formatted(name, queue));
    }
}
