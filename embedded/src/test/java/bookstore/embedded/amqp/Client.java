package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** A tester's connection to one broker; takes away what it declared. */
final class Client implements AutoCloseable {

    final String uri;
    final Connection connection;
    final Channel channel;
    private final List<String> queues = new ArrayList<>();
    private final List<String> exchanges = new ArrayList<>();

    Client(String uri) {
        this.uri = uri;
        try {
            this.connection = connect();
            this.channel = connection.createChannel();
        } catch (IOException e) {
            throw new IllegalStateException("No broker at " + uri, e);
        }
    }

    Connection connect() {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(uri);
            factory.setAutomaticRecoveryEnabled(false);
            return factory.newConnection();
        } catch (Exception e) {
            throw new IllegalStateException("No broker at " + uri, e);
        }
    }

    String queue(Object... arguments) throws IOException {
        String name = queueName();
        channel.queueDeclare(name, true, false, false, map(arguments));
        return name;
    }

    String queueName() {
        queues.add("test." + UUID.randomUUID());
        return queues.get(queues.size() - 1);
    }

    String exchange(String type, Object... arguments) throws IOException {
        String name = exchangeName();
        channel.exchangeDeclare(name, type, true, false, map(arguments));
        return name;
    }

    String exchangeName() {
        exchanges.add("test." + UUID.randomUUID());
        return exchanges.get(exchanges.size() - 1);
    }

    void put(String queue, String... bodies) throws IOException {
        for (String body : bodies) {
            publish("", queue, MessageProperties.PERSISTENT_BASIC, body);
        }
    }

    void publish(String exchange, String key, BasicProperties properties, String body) throws IOException {
        channel.basicPublish(exchange, key, properties, body.getBytes(UTF_8));
    }

    /** Waits for a message and takes it away. */
    GetResponse take(String queue) {
        return await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> channel.basicGet(queue, true), response -> response != null);
    }

    String text(String queue) {
        return new String(take(queue).getBody(), UTF_8);
    }

    void becomesEmpty(String queue) {
        hasReady(queue, 0);
    }

    void hasReady(String queue, int messages) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> channel.messageCount(queue) == messages);
    }

    /** What the broker says when it declines; on a channel of its own, because that one ends. */
    String refusal(Request request) throws IOException, TimeoutException {
        Channel victim = connection.createChannel();
        try {
            request.on(victim);
            await().atMost(Duration.ofSeconds(5)).until(() -> !victim.isOpen());
            return reason(victim.getCloseReason());
        } catch (IOException e) {
            return e.getCause() instanceof ShutdownSignalException closed ? reason(closed) : String.valueOf(e);
        } catch (AlreadyClosedException e) {
            return reason(e);
        }
    }

    static String reason(ShutdownSignalException signal) {
        Method method = signal.getReason();
        if (method instanceof com.rabbitmq.client.AMQP.Channel.Close close) {
            return close.getReplyCode() + " " + close.getReplyText();
        }
        return method instanceof com.rabbitmq.client.AMQP.Connection.Close close
                ? close.getReplyCode() + " " + close.getReplyText()
                : String.valueOf(method);
    }

    static Map<String, Object> map(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static BasicProperties headers(Object... namesAndValues) {
        return new BasicProperties.Builder().headers(map(namesAndValues)).build();
    }

    @Override
    public void close() throws IOException {
        try (Connection cleaner = connect()) {
            Channel broom = cleaner.createChannel();
            connection.close();
            for (String queue : queues) {
                broom.queueDelete(queue);
            }
            for (String exchange : exchanges) {
                broom.exchangeDelete(exchange);
            }
        }
    }

    @Override
    public String toString() {
        return uri.equals(Brokers.embedded()) ? "embedded" : "real";
    }

    interface Request {
        void on(Channel channel) throws IOException;
    }
}
