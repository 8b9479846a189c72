package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.catalog.events.BookCreated;
import bookstore.shared.MessageType;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** News of books, of which every tenth cannot be read by inventory, each for another reason. */
final class Poison {

    private static final String QUEUE = "inventory.book.created";
    private static final int EVERY = 10;

    private final JdbcClient jdbc;
    private final List<UUID> books = new ArrayList<>();
    private int poisonous;

    Poison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void publish(Addresses addresses, int messages) throws Exception {
        try (var connection = addresses.broker().newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            for (var i = 0; i < messages; i++) {
                if (i % EVERY == 0) {
                    poison(channel, poisonous++);
                } else {
                    book(channel);
                }
            }
            channel.waitForConfirmsOrDie(60_000);
        }
    }

    private void book(Channel channel) throws Exception {
        var book = Shelf.created(1);
        books.add(book.bookId());
        var exchange = MessageType.of(BookCreated.class).exchange();
        channel.basicPublish(exchange, "book.created", properties("book.created", 1), bytes(Shelf.write(book)));
    }

    private static void poison(Channel channel, int kind) throws Exception {
        var readable = Shelf.write(Shelf.created(1));
        switch (kind % 5) {
            case 0 -> send(channel, properties("book.created", 1), bytes("{\"bookId\":"));
            case 1 -> send(channel, properties("book.burned", 1), bytes(readable));
            case 2 -> send(channel, properties("book.created", 99), bytes(readable));
            case 3 -> send(channel, properties("book.created", 1), bytes("x".repeat(100_000)));
            default -> send(channel, properties("book.created", 1), bytes(readable.replace(":1,", ":\"one\",")));
        }
    }

    private static void send(Channel channel, BasicProperties properties, byte[] body) throws Exception {
        channel.basicPublish("", QUEUE, properties, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BasicProperties properties(String type, int version) {
        return new BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type(type)
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of("version", version))
                .build();
    }

    /** All that could be read is on the shelf, and the rest with its reason on the desk; then it is cleared away. */
    void isSetAside() {
        // a machine that has other things to do handles some thirty a second
        var patience = PATIENCE.plusMillis(50L * books.size());
        await("the books").atMost(patience).until(() -> known("inventory.stock") && known("ordering.price_list"));
        await("the dead letters").atMost(patience).untilAsserted(() -> assertThat(parked())
                .isEqualTo(poisonous));
        assertThat(jdbc.sql("update inventory.dead_letters set state = 'DISCARDED' where state = 'PARKED'"
                                + " and cause <> '' and failed_route = 'inventory-on-book-created'")
                        .update())
                .isEqualTo(poisonous);
    }

    private boolean known(String table) {
        return jdbc.sql("select count(*) from " + table + " where book_id = any(?)")
                        .param(books.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == books.size();
    }

    private int parked() {
        return jdbc.sql("select count(*) from inventory.dead_letters where consumer = ? and state = 'PARKED'")
                .param(QUEUE)
                .query(Integer.class)
                .single();
    }
}
