package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.events.BookCreated;
import bookstore.shared.MessageType;
import bookstore.stories.Shop;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/** Tells the shop of new books as the catalogue would, which need not run for that, and remembers how many there were. */
final class Shelf {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Addresses addresses;
    private final Map<UUID, Integer> copies = new ConcurrentHashMap<>();

    Shelf(Addresses addresses) {
        this.addresses = addresses;
    }

    Map<UUID, Integer> copies() {
        return copies;
    }

    /** A book that can be ordered. */
    String add(Shop shop, int copiesOfIt) throws IOException, TimeoutException {
        var book = created(copiesOfIt);
        try (var connection = addresses.broker().newConnection()) {
            publish(connection, MessageType.of(BookCreated.class).exchange(), "book.created", write(book));
        }
        copies.put(book.bookId(), copiesOfIt);
        var buyer = shop.buyer();
        await("everybody to know a book")
                .atMost(PATIENCE)
                .until(() -> buyer.puts(book.bookId().toString(), 1));
        return book.bookId().toString();
    }

    static BookCreated created(int copies) {
        var id = UUID.randomUUID();
        return new BookCreated(id, "", "Book " + id, List.of("Ann Author"), 1290, "EUR", copies, 1, Instant.now());
    }

    static String write(BookCreated book) throws IOException {
        return JSON.writeValueAsString(book);
    }

    /** @param routingKey also a queue's name, on the exchange without a name */
    static void publish(Connection connection, String exchange, String routingKey, String body)
            throws IOException, TimeoutException {
        var properties = new BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type("book.created")
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of("version", 1))
                .build();
        try (var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(exchange, routingKey, properties, body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
