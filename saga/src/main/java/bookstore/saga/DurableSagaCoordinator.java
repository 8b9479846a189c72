package bookstore.saga;

import static bookstore.saga.SagaStatus.RUNNING;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.saga.CamelSagaCoordinator;
import org.apache.camel.saga.CamelSagaStep;
import org.jspecify.annotations.Nullable;

/**
 * One saga as Camel sees it. Keeps nothing but the id; all answers are given on the caller's thread, which carries the
 * transaction, and the futures returned are complete.
 */
final class DurableSagaCoordinator implements CamelSagaCoordinator {

    private final String id;
    private final SagaLog log;

    DurableSagaCoordinator(String id, SagaLog log) {
        this.id = id;
        this.log = log;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public CompletableFuture<Void> beginStep(Exchange exchange, CamelSagaStep step) {
        return Answer.to(exchange, () -> {
            var status = log.enlist(id, Enlistment.of(exchange, step)).orElseThrow(() -> new UnknownSaga(id));
            if (status != RUNNING) {
                throw new SagaEnded(id, "take another step", status);
            }
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> compensate(Exchange exchange) {
        return Answer.to(exchange, () -> end(Direction.COMPENSATE, reason(exchange)));
    }

    @Override
    public CompletableFuture<Void> complete(Exchange exchange) {
        return Answer.to(exchange, () -> end(Direction.COMPLETE, "completed"));
    }

    /** Fine if it is decided this way already. */
    @Nullable
    Void end(Direction direction, String reason) {
        var status = log.end(id, direction, reason).orElseThrow(() -> new UnknownSaga(id));
        if (!direction.leadsTo(status)) {
            throw new SagaEnded(id, direction.verb, status);
        }
        return null;
    }

    private static String reason(Exchange exchange) {
        var failure = exchange.getException();
        return failure == null ? "asked" : ErrorText.of(failure);
    }
}
