package bookstore.edge;

import bookstore.identity.tokens.TokenConfiguration;
import bookstore.operations.OperationsConfiguration;
import bookstore.shared.Money;
import bookstore.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.component.springrabbit.DefaultListenerContainerFactory;
import org.apache.camel.component.springrabbit.ListenerContainerFactory;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A shop small enough to see the counter itself: it echoes what reaches its routes. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@ConfigurationPropertiesScan(
        basePackageClasses = {EdgeSettings.class, OperationsConfiguration.class, TokenConfiguration.class})
@Import({EdgeConfiguration.class, OperationsConfiguration.class, TokenConfiguration.class})
public class ToyShop {

    record Toy(String name, @Nullable Money price, @Nullable List<Toy> parts) {}

    /** Done once somebody talks. */
    static final CountDownLatch TALKING = new CountDownLatch(1);

    /** Held by chats that hang until a test lets them go. */
    static final CountDownLatch TALK = new CountDownLatch(1);

    /** Held by a clock until a test lets it tick again. */
    public static final CountDownLatch SECOND_TICK = new CountDownLatch(1);

    /** Named by the broker's settings, and not used here. */
    @Bean
    HeaderFilterStrategy messageHeaders() {
        return new DefaultHeaderFilterStrategy();
    }

    /** Named likewise. */
    @Bean
    ListenerContainerFactory listenerContainers() {
        return new DefaultListenerContainerFactory();
    }

    @Bean
    HttpRoutes toyRoutes(Json json) {
        return new HttpRoutes("toy") {
            @Override
            protected void operations() {
                answer("toy-search", "Show what came in").process(ToyShop::echo);
                answer("toy-show", "Show what came in").process(ToyShop::echo);
                answer("toy-count", "Show what came in").process(ToyShop::echo);
                answer("toy-forget", "Do something").setBody(exchange -> null);
                answer("toy-fail", "Fail").process(ToyShop::fail);
                answer("toy-talk", "Hang").process(exchange -> {
                    TALKING.countDown();
                    TALK.await();
                });
                answer("toy-tick", "Tick twice").process(exchange -> {
                    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/event-stream");
                    exchange.getMessage().setBody(new SequenceInputStream(tick(), new LateTick()));
                });
                answer("toy-import", "Count bytes").process(exchange -> exchange.getMessage()
                        .setBody(Map.of(
                                "bytes",
                                exchange.getMessage().getBody(byte[].class).length,
                                "type",
                                exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class))));
                answer("toy-change", "Change a toy")
                        .process(exchange -> json.ok(exchange, json.read(exchange, Toy.class)));
                answer("toy-make", "Make a toy").process(exchange -> {
                    var toy = json.read(exchange, Toy.class);
                    Json.version(exchange, 1);
                    json.created(exchange, "/api/toys/" + toy.name(), toy);
                });
            }
        };
    }

    private static InputStream tick() {
        return new ByteArrayInputStream("data: tick\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private static final class LateTick extends InputStream {

        private final InputStream tick = tick();

        @Override
        public int read() throws IOException {
            try {
                SECOND_TICK.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return tick.read();
        }
    }

    private static void echo(Exchange exchange) {
        var caller = Caller.of(exchange);
        exchange.getMessage()
                .setBody(Map.of(
                        "headers", new TreeMap<>(exchange.getMessage().getHeaders()),
                        "caller", caller.subject().orElse("guest"),
                        "roles", caller.roles(),
                        "correlationId", String.valueOf(MDC.get("correlation-id")),
                        "traceparent", String.valueOf(MDC.get("traceparent"))));
        exchange.getMessage().setHeader("ETag", "\"7\"");
        exchange.getMessage().setHeader("X-Secret", "stays inside");
    }

    private static void fail(Exchange exchange) {
        switch (exchange.getMessage().getHeader("kind", String.class)) {
            case "refused" ->
                throw new Refusal(
                        Refusal.Kind.IMPOSSIBLE, "price-changed", "Dearer now", Map.of("was", Money.of("1.00", "EUR")));
            case "moved" -> {
                exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 302);
                exchange.getMessage().setHeader("Location", "http://localhost:1/elsewhere");
            }
            case "unavailable" -> throw new Refusal(Refusal.Kind.UNAVAILABLE, "unavailable", "Later");
            default -> throw new IllegalStateException("jdbc:postgresql://secret/ select * from toys");
        }
    }
}
