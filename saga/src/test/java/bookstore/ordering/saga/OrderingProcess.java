package bookstore.ordering.saga;

import bookstore.ordering.Address;
import bookstore.ordering.NewOrder;
import bookstore.ordering.Order;
import bookstore.ordering.OrderLine;
import bookstore.ordering.OrderStatus;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.ordering.postgres.OrderingPostgres;
import bookstore.saga.DurableSagas;
import bookstore.saga.Saga;
import bookstore.saga.SagaConsole;
import bookstore.saga.SagaEnded;
import bookstore.shared.Money;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.ContextWiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Ordering with its saga and without any listener: a test calls the steps. */
public final class OrderingProcess implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private OrderingProcess() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "bookstore.ordering.saga-timeout", "60s",
                                "bookstore.ordering.saga.poll-interval", "100ms",
                                "bookstore.ordering.saga.pending-delay", "1h")));
        context.register(Application.class);
        context.refresh();
    }

    public static OrderingProcess start() {
        return new OrderingProcess();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    @EnableConfigurationProperties(OrderSagaSettings.class)
    @Import({ContextWiring.class, OrderingPostgres.class, OrderingSagas.class})
    static class Application {}

    /** Places an order; its id. */
    public UUID places() {
        var order = order();
        sends("direct:ordering-place-order", order);
        return order.id();
    }

    /** Places an order in a transaction that comes to nothing. */
    UUID placesAndFails() {
        var order = order();
        database().transaction().executeWithoutResult(status -> {
            template().sendBody("direct:ordering-place-order", order);
            status.setRollbackOnly();
        });
        return order.id();
    }

    private static NewOrder order() {
        var lines = List.of(new OrderLine(UUID.randomUUID(), "Dune", 2, Money.of("12.90", "EUR")));
        var address = new Address("Alice", "Main Street 1", null, "Berlin", "10115", "DE");
        var basket = UUID.randomUUID().toString();
        return new NewOrder(
                UUID.randomUUID(), "alice", "alice@example.org", "tok_visa", lines, address, basket, 1, NOW, "");
    }

    /** As a listener does, in a transaction. */
    public void sends(String uri, Object body) {
        database().transaction().executeWithoutResult(status -> template().sendBody(uri, body));
    }

    /** Sends what the step refuses; why. */
    Throwable fails(String uri, Object body) {
        var exchange = template().send(uri, e -> e.getMessage().setBody(body));
        return Objects.requireNonNull(exchange.getException());
    }

    /** As the listener does: word that comes when the saga has been decided otherwise is answered, not failed. */
    public void hears(String uri, Object event, Runnable late) {
        database().transaction().executeWithoutResult(status -> {
            var exchange = template().send(uri, e -> e.getMessage().setBody(event));
            if (exchange.getException(SagaEnded.class) != null) {
                late.run();
            } else if (exchange.getException() != null) {
                throw RuntimeCamelException.wrapRuntimeCamelException(exchange.getException());
            }
        });
    }

    public Ordering ordering() {
        return context.getBean(Ordering.class);
    }

    /** Calls an undo step as the saga's worker does. */
    void undoes(String uri, UUID orderId) {
        database().transaction().executeWithoutResult(status -> template()
                .send(uri, exchange -> exchange.getMessage().setHeader("order-id", orderId.toString())));
    }

    public Optional<Order> find(UUID orderId) {
        return context.getBean(Orders.class).findAny(orderId);
    }

    public OrderStatus status(UUID orderId) {
        return find(orderId).orElseThrow().status();
    }

    public Saga sagaOf(UUID orderId) {
        return sagasOf(orderId).get(0);
    }

    List<Saga> sagasOf(UUID orderId) {
        return context.getBean(DurableSagas.class).list(null, Duration.ZERO, 1000).stream()
                .filter(saga -> saga.steps().stream().anyMatch(step -> orderId.toString()
                        .equals(step.options().get("order-id"))))
                .toList();
    }

    public SagaConsole console() {
        return context.getBean(SagaConsole.class);
    }

    /** Lets the time of every saga that runs be over. */
    public void timesOut() {
        database()
                .jdbc()
                .sql("update sagas set due_at = clock_timestamp() where status = 'RUNNING'")
                .update();
    }

    /** The routing keys of the messages that were told of an order, in their order. */
    public List<String> told(UUID orderId) {
        return database()
                .jdbc()
                .sql("select routing_key from outbox where payload like '%' || ? || '%' order by seq")
                .param(orderId.toString())
                .query(String.class)
                .list();
    }

    private ContextDatabase database() {
        return context.getBean("orderingDatabase", ContextDatabase.class);
    }

    private ProducerTemplate template() {
        return context.getBean(ProducerTemplate.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
