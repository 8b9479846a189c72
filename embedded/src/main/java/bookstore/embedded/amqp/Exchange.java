package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exchange and its bindings. */
record Exchange(
        String name,
        ExchangeType type,
        boolean durable,
        boolean autoDelete,
        boolean internal,
        Map<String, Object> arguments,
        Set<Binding> bindings) {

    private static final String ALTERNATE = "alternate-exchange";

    static Exchange declared(AMQP.Exchange.Declare asked) {
        return new Exchange(
                asked.getExchange(),
                ExchangeType.of(asked.getType()),
                asked.getDurable(),
                asked.getAutoDelete(),
                asked.getInternal(),
                asked.getArguments() == null ? Map.of() : asked.getArguments(),
                new LinkedHashSet<>());
    }

    static Exchange builtIn(String name, ExchangeType type) {
        return new Exchange(name, type, true, false, false, Map.of(), new LinkedHashSet<>());
    }

    AMQP.Exchange.Declare declaration() {
        return new AMQP.Exchange.Declare.Builder()
                .exchange(name)
                .type(type.wireName())
                .durable(durable)
                .autoDelete(autoDelete)
                .internal(internal)
                .arguments(arguments)
                .build();
    }

    /** Present without being declared; clients may neither declare nor delete such names. */
    boolean reserved() {
        return name.isEmpty() || name.startsWith("amq.");
    }

    @Nullable
    String alternate() {
        Object alternate = arguments.get(ALTERNATE);
        return alternate == null ? null : alternate.toString();
    }

    void checkSame(Exchange asked) {
        check("type", asked.type.wireName(), type.wireName());
        check("durable", asked.durable, durable);
        check("auto_delete", asked.autoDelete, autoDelete);
        check("internal", asked.internal, internal);
        check(ALTERNATE, asked.alternate(), alternate());
    }

    private void check(String argument, @Nullable Object received, @Nullable Object current) {
        if (!Objects.equals(received, current)) {
            throw Refusal.differs("exchange", name, argument, quoted(received), quoted(current));
        }
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "none" : "'" + value + "'";
    }
}
