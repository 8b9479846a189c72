package bookstore.messaging;

import bookstore.shared.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;

/** A message that was given up, as the columns of {@code dead_letters}. */
final class DeadLetter {

    private DeadLetter() {}

    static void toParameters(Exchange exchange) {
        var message = exchange.getMessage();
        var exchangeName = message.getHeader(SpringRabbitMQConstants.EXCHANGE_NAME, "", String.class);
        var key = message.getHeader(SpringRabbitMQConstants.ROUTING_KEY, "", String.class);
        var isUnrouted = !exchangeName.isEmpty();
        var queue = isUnrouted ? Topology.UNROUTED : key.replaceFirst("\\.dead$", "");
        message.setHeader("message_id", header(message, SpringRabbitMQConstants.MESSAGE_ID, UUID.randomUUID()));
        message.setHeader("consumer", queue);
        message.setHeader("exchange", exchangeName);
        message.setHeader("routing_key", isUnrouted ? key : queue);
        message.setHeader("type", header(message, SpringRabbitMQConstants.TYPE, ""));
        message.setHeader("payload", text(new String(message.getBody(byte[].class), StandardCharsets.UTF_8)));
        message.setHeader("cause", header(message, MessageHeaders.FAILURE_CAUSE, usualCause(isUnrouted)));
        message.setHeader("failed_route", header(message, MessageHeaders.FAILURE_ROUTE, ""));
        message.setHeader("failed_at", header(message, MessageHeaders.FAILURE_ENDPOINT, ""));
        message.setHeader("attempts", MessageHeaders.number(message, MessageHeaders.ATTEMPT, 1));
        message.setHeader("version", MessageHeaders.number(message, MessageHeaders.VERSION, 1));
        message.setHeader("correlation_id", header(message, Cause.CORRELATION_ID, ""));
        message.setHeader("traceparent", header(message, Cause.TRACEPARENT, ""));
    }

    private static String usualCause(boolean isUnrouted) {
        return isUnrouted ? "no queue is bound for it" : "rejected by the broker";
    }

    private static String header(Message message, String name, Object otherwise) {
        return text(
                Objects.requireNonNullElse(message.getHeader(name), otherwise).toString());
    }

    /** PostgreSQL's text holds everything but NUL; a letter that cannot be parked would come back for ever. */
    private static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
