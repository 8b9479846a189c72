package bookstore.messaging;

import bookstore.edge.Away;
import bookstore.shared.PermanentFailure;
import bookstore.shared.Refusal;
import bookstore.shared.TakenUpLater;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.apache.camel.util.StringHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where a message goes that could not be handled: to a retry queue while the reason may pass and attempts are
 * left, else to the consumer's dead letters, unless somebody takes up again what it is about. While the context's own
 * store is away the last attempt is never used up, however long that takes. Attempts are counted in a header of ours;
 * RabbitMQ 4 drops {@code x-death} counts when a message is published again.
 */
class Redelivery implements Processor {

    static final String QUEUE = "queue";

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final int CAUSE_LENGTH = 500;

    private final List<Duration> delays;

    Redelivery(MessagingSettings settings) {
        this.delays = settings.retryDelays();
    }

    @Override
    public void process(Exchange exchange) {
        var message = exchange.getMessage();
        var queue = exchange.getVariable(QUEUE, String.class);
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        var attempt = Math.max(1, MessageHeaders.number(message, MessageHeaders.ATTEMPT, 1));
        message.setBody(exchange.getVariable("payload"));
        if (Away.isStoreBehind(failure) && !delays.isEmpty()) {
            var last = delays.size();
            retry(message, queue, Math.min(attempt, last), attempt < last ? attempt + 1 : attempt, failure);
        } else if (attempt > delays.size() && isTakenUpLater(failure)) {
            LOG.warn("Attempts end queue={} attempt={} cause={}", queue, attempt, cause(failure));
            exchange.setRouteStop(true);
        } else if (attempt > delays.size() || isPermanent(failure)) {
            message.setHeader(MessageHeaders.FAILURE_ENDPOINT, endpoint(exchange));
            bury(message, queue, attempt, failure);
        } else {
            retry(message, queue, attempt, attempt + 1, failure);
        }
    }

    private void retry(Message message, String queue, int attempt, int next, Throwable failure) {
        var delay = delays.get(attempt - 1);
        LOG.info("Attempt failed queue={} attempt={} retry-in={} cause={}", queue, attempt, delay, cause(failure));
        message.setHeader(MessageHeaders.ATTEMPT, next);
        message.setHeader(SpringRabbitMQConstants.EXCHANGE_OVERRIDE_NAME, MessagingSettings.retryQueue(delay));
        message.setHeader(SpringRabbitMQConstants.ROUTING_OVERRIDE_KEY, queue);
        message.setHeader(SpringRabbitMQConstants.EXPIRATION, jitter(delay));
    }

    private static void bury(Message message, String queue, int attempt, Throwable failure) {
        LOG.warn("Dead letter queue={} attempt={} cause={}", queue, attempt, cause(failure), failure);
        message.setHeader(MessageHeaders.FAILURE_CAUSE, cause(failure));
        message.setHeader(MessageHeaders.FAILURE_ROUTE, Subscriptions.listenerOf(queue));
        message.setHeader(SpringRabbitMQConstants.EXCHANGE_OVERRIDE_NAME, "default");
        message.setHeader(SpringRabbitMQConstants.ROUTING_OVERRIDE_KEY, queue + ".dead");
        message.removeHeader(SpringRabbitMQConstants.EXPIRATION);
    }

    /** Up to a fifth shorter than the queue's own time, so that what failed together does not come back together. */
    private static String jitter(Duration delay) {
        var longest = delay.toMillis();
        return Long.toString(ThreadLocalRandom.current().nextLong(longest - longest / 5, longest + 1));
    }

    private static boolean isTakenUpLater(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(TakenUpLater.class::isInstance);
    }

    private static boolean isPermanent(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.kind() != Refusal.Kind.UNAVAILABLE;
            }
            if (cause instanceof PermanentFailure) {
                return true;
            }
        }
        return false;
    }

    /** Without its parameters, which may be secret. */
    private static String endpoint(Exchange exchange) {
        var uri = exchange.getProperty(Exchange.FAILURE_ENDPOINT, "", String.class);
        return StringHelper.before(uri, "?", uri);
    }

    private static String cause(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.substring(0, Math.min(text.length(), CAUSE_LENGTH));
    }
}
