package bookstore.messaging;

import bookstore.shared.Cause;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;

/** Brings dead letters back to their consumers: one when asked, many no faster than they can be looked after. */
class DeadLetterReplayRoutes extends RouteBuilder {

    static final String PUBLISH = "direct:messaging-publish-replay";
    static final String REPLAY_MANY = "seda:messaging-replay-many?size=100";

    /** One of many that are to be replayed. */
    record Order(UUID id, String who) {}

    private final DeadLetterDesk desk;
    private final int perSecond;

    DeadLetterReplayRoutes(DeadLetterDesk desk, MessagingSettings settings) {
        this.desk = desk;
        this.perSecond = settings.replayRate();
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from(PUBLISH)
                .routeId("messaging-publish-replay")
                .routeGroup("messaging")
                .routeDescription("Publish a dead letter to the queue that it was meant for")
                .errorHandler(noErrorHandler())
                .process(DeadLetterReplayRoutes::toMessage)
                .to("kamelet:event-sink");

        from(REPLAY_MANY)
                .routeId("messaging-replay-many")
                .routeGroup("messaging")
                .routeDescription("Replay dead letters one after the other, so many a second")
                .split(body())
                .throttle(perSecond)
                .process()
                .body(Order.class, order -> desk.replay(order.id(), null, order.who()))
                .end();
    }

    private static void toMessage(Exchange exchange) {
        var message = exchange.getMessage();
        var letter = message.getBody(ParkedMessage.class);
        message.setHeader(
                SpringRabbitMQConstants.EXCHANGE_OVERRIDE_NAME,
                letter.exchange().isEmpty() ? "default" : letter.exchange());
        message.setHeader(SpringRabbitMQConstants.ROUTING_OVERRIDE_KEY, letter.routingKey());
        message.setHeader(SpringRabbitMQConstants.MESSAGE_ID, letter.messageId());
        message.setHeader(SpringRabbitMQConstants.TYPE, letter.type());
        message.setHeader(Cause.CORRELATION_ID, letter.correlationId());
        message.setHeader(Cause.TRACEPARENT, letter.traceparent());
        message.setHeader(MessageHeaders.VERSION, letter.version());
        message.setBody(letter.body());
    }
}
