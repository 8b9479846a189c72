package bookstore.ordering.routes;

import bookstore.basket.commands.BasketContents;
import bookstore.basket.commands.BasketFilled;
import bookstore.basket.commands.FillBasket;
import bookstore.basket.commands.ReadBasket;
import bookstore.messaging.MessageRoutes;
import bookstore.shared.DomainEvent;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What ordering sees of the other contexts: a basket that answers, and messages. */
@TestConfiguration
class OtherContexts {

    private final RabbitTemplate broker;
    private final ObjectMapper json;
    private final Map<String, BasketContents> baskets = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    OtherContexts(RabbitTemplate broker, ObjectMapper json) {
        this.broker = broker;
        this.json = json;
    }

    @Bean
    MessageRoutes basketAnswers() {
        return new MessageRoutes("basket") {
            @Override
            protected void listeners() {
                reply(ReadBasket.class, "Say what is in a basket", request -> basketOf(request.buyerId()));
                reply(FillBasket.class, "Fill a basket", OtherContexts.this::fill);
            }
        };
    }

    /** A buyer whom the basket does not know has an empty one. */
    private BasketContents basketOf(String buyer) {
        if (lost.contains(buyer)) {
            throw new IllegalStateException("the basket of " + buyer + " is lost");
        }
        return baskets.getOrDefault(buyer, new BasketContents("none", 0, List.of()));
    }

    private BasketFilled fill(FillBasket request) {
        var lines = request.lines().stream()
                .map(line -> new BasketContents.Line(line.bookId(), line.quantity(), 1290, "EUR"))
                .toList();
        put(request.buyerId(), lines);
        return new BasketFilled(
                request.lines().stream()
                        .map(line -> new BasketFilled.Line(
                                line.bookId(), "Dune & <Co>", 1290, 7, "IN_STOCK", line.quantity(), false))
                        .toList(),
                2580,
                "EUR",
                Buyer.NOW);
    }

    BasketContents put(String buyer, List<BasketContents.Line> lines) {
        var basket = new BasketContents(UUID.randomUUID().toString(), 1, lines);
        baskets.put(buyer, basket);
        return basket;
    }

    /** The buyer puts something into the basket and takes it out again. */
    void touch(String buyer) {
        baskets.computeIfPresent(
                buyer, (name, basket) -> new BasketContents(basket.basketId(), basket.version() + 1, basket.lines()));
    }

    /** The basket of this buyer no longer answers. */
    void lose(String buyer) {
        lost.add(buyer);
    }

    void findAll() {
        lost.clear();
    }

    void tell(DomainEvent event) {
        tell(event, UUID.randomUUID().toString());
    }

    void tell(DomainEvent event, String messageId) {
        var type = MessageType.of(event.getClass());
        var message = MessageBuilder.withBody(write(event).getBytes(StandardCharsets.UTF_8))
                .setMessageId(messageId)
                .setType(type.routingKey())
                .setHeader("version", 1)
                .setHeader("correlation-id", "test")
                .build();
        broker.send(type.exchange(), type.routingKey(), message);
    }

    /** The next message that a consumer would get; empty if none comes. */
    <M extends Message> Optional<M> hear(String consumer, Class<M> type, Duration atMost) {
        var message = broker.receive(MessageType.of(type).queueOf(consumer), atMost.toMillis());
        return Optional.ofNullable(message).map(found -> read(found.getBody(), type));
    }

    private String write(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <M> M read(byte[] body, Class<M> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
