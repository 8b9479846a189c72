package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
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
        return named(queues);
    }

    String exchange(String type, Object... arguments) throws IOException {
        String name = exchangeName();
        channel.exchangeDeclare(name, type, true, false, map(arguments));
        return name;
    }

    String exchangeName() {
        return named(exchanges);
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
        return await().until(() -> channel.basicGet(queue, true), response -> response != null);
    }

    /** Waits for a message and holds it. */
    GetResponse hold(String queue) {
        return await().until(() -> channel.basicGet(queue, false), response -> response != null);
    }

    String text(String queue) {
        return new String(take(queue).getBody(), UTF_8);
    }

    void becomesEmpty(String queue) {
        hasReady(queue, 0);
    }

    void hasReady(String queue, int messages) {
        await().until(() -> channel.messageCount(queue) == messages);
    }

    String refusal(Request request) throws IOException, TimeoutException {
        return request.refusal(connection);
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

    private static String named(List<String> names) {
        names.add("test." + UUID.randomUUID());
        return names.get(names.size() - 1);
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
}
