package bookstore.saga;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one due saga after the other and calls the endpoints of its steps, each at most once at a time. */
final class SagaWorker {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRecovery.class);

    private final RegisteredEndpoints endpoints;
    private final ProducerTemplate template;
    private final TransactionTemplate transaction;
    private final SagaWork work;
    private final int attemptsUntilAttention;

    SagaWorker(
            RegisteredEndpoints endpoints,
            ProducerTemplate template,
            TransactionTemplate transaction,
            SagaWork work,
            SagaSettings settings) {
        this.endpoints = endpoints;
        this.template = template;
        this.transaction = transaction;
        this.work = work;
        this.attemptsUntilAttention = settings.attemptsUntilAttention();
    }

    /** @return false if no saga is due */
    boolean workOnOne() {
        var claim = work.claim();
        claim.ifPresent(this::finish);
        return claim.isPresent();
    }

    private void finish(Claim claim) {
        try {
            LogContext.restore(claim.id(), work.logContext(claim));
            var step = work.next(claim);
            while (step.isPresent() && take(claim, step.get())) {
                step = work.next(claim);
            }
            if (step.isEmpty()) {
                work.finish(claim);
                LOG.info("Saga ended saga={} name={} status={}", claim.id(), claim.name(), claim.direction().ended);
            }
        } catch (LeaseLost e) {
            LOG.warn("Saga lost to another worker saga={} name={}", claim.id(), claim.name());
        } finally {
            MDC.clear();
        }
    }

    /** @return whether the step is done and the next may follow */
    private boolean take(Claim claim, SagaState.Turn step) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var pending = call(claim, step);
                if (pending.isEmpty()) {
                    work.done(claim, step);
                } else if (status.isRollbackOnly()) {
                    throw new IllegalStateException("StepPending was thrown inside of a transaction of the route, which"
                            + " undid what the step began: " + pending.get().getMessage());
                } else {
                    work.pending(claim, step, String.valueOf(pending.get().getMessage()));
                }
                return pending.isEmpty();
            }));
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            report(claim, step, e);
            work.failed(claim, step, ErrorText.of(e));
            return false;
        }
    }

    private Optional<StepPending> call(Claim claim, SagaState.Turn step) {
        var endpoint = endpoints.get(step.uri());
        var exchange = endpoint.createExchange();
        LogContext.pass(exchange);
        work.options(claim, step).forEach(exchange.getMessage()::setHeader);
        exchange.getMessage().setHeader(Exchange.SAGA_LONG_RUNNING_ACTION, claim.id());
        exchange.getMessage().setHeader(SagaRoutes.REASON, claim.reason());
        exchange.getMessage().setHeader(SagaRoutes.ASKED_AGAIN, work.isAskedAgain(claim, step));
        template.send(endpoint, exchange);
        var pending = exchange.getException(StepPending.class);
        if (pending == null && exchange.getException() != null) {
            throw RuntimeCamelException.wrapRuntimeCamelException(exchange.getException());
        }
        if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
            throw new IllegalStateException("The route of " + step.uri() + " asked for a rollback");
        }
        return Optional.ofNullable(pending);
    }

    private void report(Claim claim, SagaState.Turn step, RuntimeException failure) {
        var attempt = step.attempts() + 1;
        var message = "Saga step failed saga={} name={} step={} uri={} attempt={}";
        if (attempt == attemptsUntilAttention) {
            LOG.error(message, claim.id(), claim.name(), step.seq(), step.uri(), attempt, failure);
        } else {
            LOG.warn(
                    message + " error={}",
                    claim.id(),
                    claim.name(),
                    step.seq(),
                    step.uri(),
                    attempt,
                    ErrorText.of(failure));
        }
    }
}
