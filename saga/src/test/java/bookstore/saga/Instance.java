package bookstore.saga;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** One process of an application with sagas; several may share a database. */
final class Instance implements AutoCloseable {

    final DefaultCamelContext camel = new DefaultCamelContext();
    final DurableSagaService service;

    private Instance(TestDatabase database, SagaSettings settings) {
        service = new DurableSagaService(database.pool, database.transactionManager, settings);
    }

    /** Without workers: what ought to be done stays undone, as after a crash. */
    static Instance idle(TestDatabase database, SagaSettings settings, RouteBuilder... routes) throws Exception {
        var instance = notStarted(database, settings, routes);
        instance.camel.start();
        return instance;
    }

    /** Camel has yet to be started. */
    static Instance notStarted(TestDatabase database, SagaSettings settings, RouteBuilder... routes) throws Exception {
        var instance = new Instance(database, settings);
        instance.camel.addService(instance.service);
        for (var builder : routes) {
            instance.camel.addRoutes(builder);
        }
        return instance;
    }

    static Instance start(TestDatabase database, RouteBuilder... routes) throws Exception {
        var instance = idle(database, quick(), routes);
        instance.service.recovery().start();
        return instance;
    }

    static SagaSettings quick() {
        return settings(Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    static SagaSettings settings(Duration lease, Duration defaultTimeout) {
        return settings(Duration.ofMillis(100), lease, defaultTimeout);
    }

    static SagaSettings neverPolling() {
        return settings(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** Impatient, except for a step that is pending: only a wake-up call makes it go on within a test. */
    private static SagaSettings settings(Duration poll, Duration lease, Duration timeout) {
        var min = Duration.ofMillis(20);
        var max = Duration.ofMillis(100);
        return new SagaSettings(poll, 2, lease, 3, min, max, Duration.ofMinutes(5), timeout, Duration.ofHours(1));
    }

    /** Sends a body and gives back the exchange, whatever came of it. */
    Exchange send(String uri, Object body, String sagaId) {
        return camel.createFluentProducerTemplate()
                .to(uri)
                .withProcessor(exchange -> {
                    exchange.getMessage().setBody(body);
                    if (!sagaId.isEmpty()) {
                        exchange.getMessage().setHeader(Exchange.SAGA_LONG_RUNNING_ACTION, sagaId);
                    }
                })
                .send();
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, "");
    }

    SagaStatus status(String sagaId) {
        return service.sagas().find(sagaId).orElseThrow().status();
    }

    /** The only saga there is. */
    Saga saga() {
        var sagas = service.sagas().list(null, Duration.ZERO, 2);
        if (sagas.size() != 1) {
            throw new AssertionError(sagas);
        }
        return sagas.get(0);
    }

    @Override
    public void close() {
        service.recovery().stop();
        camel.stop();
    }
}
