package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A queue as it was declared. */
record QueueSettings(
        String name, boolean durable, boolean exclusive, boolean autoDelete, Map<String, Object> arguments) {

    static QueueSettings declared(String name, AMQP.Queue.Declare asked) {
        return new QueueSettings(
                name,
                asked.getDurable(),
                asked.getExclusive(),
                asked.getAutoDelete(),
                asked.getArguments() == null ? Map.of() : asked.getArguments());
    }

    AMQP.Queue.Declare declaration() {
        return new AMQP.Queue.Declare.Builder()
                .queue(name)
                .durable(durable)
                .exclusive(exclusive)
                .autoDelete(autoDelete)
                .arguments(arguments)
                .build();
    }

    /** An exclusive queue dies with its connection, so nothing of it is worth remembering. */
    boolean journaled() {
        return durable && !exclusive;
    }

    void checkSame(QueueSettings asked) {
        check("durable", asked.durable, durable);
        check("auto_delete", asked.autoDelete, autoDelete);
        var names = new TreeSet<>(QueueLimits.KNOWN);
        for (String argument : names) {
            check(argument, comparable(asked.arguments.get(argument)), comparable(arguments.get(argument)));
        }
    }

    private void check(String argument, @Nullable Object received, @Nullable Object current) {
        if (!Objects.equals(received, current)) {
            throw Refusal.differs("queue", name, argument, quoted(received), quoted(current));
        }
    }

    /** The wire has many integer types; RabbitMQ compares their values. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value == null ? null : value.toString();
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "none" : "'" + value + "'";
    }
}
