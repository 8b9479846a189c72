package bookstore.saga;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.saga.CamelSagaCoordinator;
import org.apache.camel.saga.CamelSagaService;
import org.apache.camel.saga.CamelSagaStep;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Camel's saga service on PostgreSQL. Make it, its {@link #recovery()} and its {@link #sagas()} beans; Camel finds the
 * service by its type, as does the {@code saga:} component.
 *
 * <p>Whatever a route asks of its saga is written on the calling thread, in the caller's Spring transaction if there
 * is one of the given transaction manager: it becomes true together with the caller's own change, or not at all. So a
 * saga that is begun in a transaction that rolls back has never been, and nothing is compensated.
 */
public final class DurableSagaService implements CamelSagaService {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SagaSettings settings;
    private final SagaLog log;
    private final RegisteredEndpoints endpoints = new RegisteredEndpoints();
    private final SagaRecovery recovery;
    private final DurableSagas sagas;
    private @Nullable CamelContext camelContext;

    /** @param dataSource its default schema holds the tables of {@code db/migration/saga} */
    public DurableSagaService(
            DataSource dataSource, PlatformTransactionManager transactionManager, SagaSettings settings) {
        var jdbc = JdbcClient.create(dataSource);
        var transaction = new TransactionTemplate(transactionManager);
        var bell = new Bell();
        this.settings = settings;
        this.log = new SagaLog(jdbc, transaction, bell);
        this.sagas = new DurableSagas(jdbc, log);
        var work = new SagaWork(jdbc, transaction, settings);
        this.recovery = new SagaRecovery(this::getCamelContext, endpoints, transaction, work, bell, settings);
    }

    /** The workers that finish sagas; without them nothing is compensated. */
    public SagaRecovery recovery() {
        return recovery;
    }

    public DurableSagas sagas() {
        return sagas;
    }

    @Override
    public CompletableFuture<CamelSagaCoordinator> newSaga(Exchange exchange) {
        return Answer.to(exchange, () -> {
            var id = randomId();
            var name = ExchangeHelper.getRouteId(exchange);
            log.begin(id, name == null ? "unnamed" : name, LogContext.of(exchange), settings.defaultTimeout());
            return new DurableSagaCoordinator(id, log);
        });
    }

    /** Fails for an id that is not known: with null, as the interface allows, Camel would begin a second saga. */
    @Override
    public CompletableFuture<CamelSagaCoordinator> getSaga(String id) {
        return Answer.of(() -> {
            log.status(id).orElseThrow(() -> new UnknownSaga(id));
            return new DurableSagaCoordinator(id, log);
        });
    }

    @Override
    public void registerStep(CamelSagaStep step) {
        endpoints.add(step);
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    /** Does nothing: there is nothing to start, see {@link #stop()}. */
    @Override
    public void start() {}

    /** Does nothing: Camel 4.17 stops the service that all share whenever one saga route is stopped (CAMEL-24150). */
    @Override
    public void stop() {}

    /** 128 random bits: who has not been told an id cannot join the saga. */
    private static String randomId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
