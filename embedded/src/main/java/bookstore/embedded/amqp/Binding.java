package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule of an exchange: what matches goes to a queue or to another exchange. */
record Binding(boolean toQueue, String destination, String key, Map<String, Object> arguments) {

    static Binding toQueue(String queue, String key, @Nullable Map<String, Object> arguments) {
        return new Binding(true, queue, key, arguments == null ? Map.of() : arguments);
    }

    static Binding toExchange(String exchange, String key, @Nullable Map<String, Object> arguments) {
        return new Binding(false, exchange, key, arguments == null ? Map.of() : arguments);
    }

    Method bindTo(String source) {
        if (toQueue) {
            return new AMQP.Queue.Bind.Builder()
                    .queue(destination)
                    .exchange(source)
                    .routingKey(key)
                    .arguments(arguments)
                    .build();
        }
        return new AMQP.Exchange.Bind.Builder()
                .destination(destination)
                .source(source)
                .routingKey(key)
                .arguments(arguments)
                .build();
    }

    Method unbindFrom(String source) {
        if (toQueue) {
            return new AMQP.Queue.Unbind.Builder()
                    .queue(destination)
                    .exchange(source)
                    .routingKey(key)
                    .arguments(arguments)
                    .build();
        }
        return new AMQP.Exchange.Unbind.Builder()
                .destination(destination)
                .source(source)
                .routingKey(key)
                .arguments(arguments)
                .build();
    }
}
