package bookstore.messaging;

import bookstore.basket.commands.BasketContents;
import bookstore.basket.commands.ReadBasket;
import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.shared.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.amqp.core.Declarables;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One who asks and one who answers, and a broker between them. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
class AskingShop {

    /** Whose baskets were asked for, and for the sake of which request. */
    static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    static final Set<String> HEARD = ConcurrentHashMap.newKeySet();

    private static final MessagingSettings SETTINGS = new MessagingSettings(List.of(Duration.ofMillis(100)), 10, 20);
    private static final Question BASKET = new Question(ReadBasket.class, BasketContents.class);

    static void startBroker(DynamicPropertyRegistry settings) {
        try {
            var rabbit =
                    EmbeddedRabbit.start("localhost", 0, "guest", "guest", Files.createTempDirectory("asking-broker"));
            settings.add("spring.rabbitmq.port", rabbit::port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    HeaderFilterStrategy messageHeaders() {
        return new MessageHeaders();
    }

    @Bean
    ListenerContainers listenerContainers() {
        return new ListenerContainers();
    }

    @Bean
    Redelivery redelivery() {
        return new Redelivery(SETTINGS);
    }

    @Bean
    DirectReply directReply() {
        return new DirectReply();
    }

    @Bean
    Unanswered unanswered() {
        return new Unanswered();
    }

    @Bean
    Declarables topology() {
        return Topology.declarables(SETTINGS);
    }

    @Bean
    RouteBuilder asking() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .errorHandler(noErrorHandler())
                        .process(BASKET::ask)
                        .to(BASKET.endpoint())
                        .process(BASKET::answer)
                        .process(exchange -> exchange.setProperty(
                                "thread", Thread.currentThread().getName()));
            }
        };
    }

    @Bean
    MessageRoutes answering() {
        return new MessageRoutes("basket") {
            @Override
            protected void listeners() {
                reply(ReadBasket.class, "Say what is in a basket", AskingShop::contents);
            }
        };
    }

    private static BasketContents contents(ReadBasket request) {
        ASKED.add(request.buyerId());
        HEARD.add(Cause.current().correlationId());
        switch (request.buyerId()) {
            case "nobody" -> throw new IllegalStateException("the basket cannot be reached");
            case "wrong" -> throw QuestionTest.never();
            default -> {
                var line = new BasketContents.Line(UUID.randomUUID(), 2, 1290, "EUR");
                return new BasketContents("basket of " + request.buyerId(), 3, List.of(line));
            }
        }
    }
}
