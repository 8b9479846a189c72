package bookstore.messaging;

import bookstore.shared.Cause;
import bookstore.shared.postgres.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;

/**
 * Publishes what a context has to tell, oldest first. Woken after each commit; a poll finds what a crash left behind. A
 * crash between publishing and marking publishes again, under the same message id, which the listeners' inboxes know.
 */
class OutboxRelayRoutes extends RouteBuilder {

    private static final String ROW = "row";
    private static final String CONFIRMED = "confirmed";
    private static final String BROKEN = "broken";

    private final Outbox outbox;
    private final String context;
    private final int batch;

    OutboxRelayRoutes(Outbox outbox, MessagingSettings settings) {
        this.outbox = outbox;
        this.context = outbox.database().context();
        this.batch = settings.relayBatch();
    }

    /** Where a commit leaves word that there is something to publish. One word waits at most; more would say the same. */
    static String wakeEndpoint(String context) {
        return "seda:" + context + "-wake-outbox?size=1&discardWhenFull=true";
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from(wakeEndpoint(context))
                .routeId(context + "-wake-outbox")
                .routeGroup(context)
                .routeDescription("Publish at once what a transaction has just left in the outbox")
                .to("direct:" + context + "-relay-outbox");

        from("timer:" + context + "-outbox?period={{bookstore.messaging.relay-poll}}")
                .routeId(context + "-poll-outbox")
                .routeGroup(context)
                .routeDescription("Publish what a crash has left in the outbox")
                .to("direct:" + context + "-relay-outbox");

        from("direct:" + context + "-relay-outbox")
                .routeId(context + "-relay-outbox")
                .routeGroup(context)
                .routeDescription("Publish a batch of the outbox, and tell what ended it early")
                .errorHandler(noErrorHandler())
                .to("direct:" + context + "-publish-outbox")
                .process(OutboxRelayRoutes::failIfBroken);

        from("direct:" + context + "-publish-outbox")
                .routeId(context + "-publish-outbox")
                .routeGroup(context)
                .routeDescription("Publish one message after the other with confirms, and mark what was confirmed")
                .errorHandler(noErrorHandler())
                .transacted(context + "-transaction")
                .setVariable(CONFIRMED, ArrayList::new)
                .setBody(exchange -> outbox.claim(batch))
                .doTry()
                .split(body())
                .stopOnException()
                .setVariable(ROW, body())
                .process(OutboxRelayRoutes::toMessage)
                .to("kamelet:event-sink")
                .process(OutboxRelayRoutes::confirm)
                .end()
                .endDoTry()
                .doCatch(Exception.class)
                .setVariable(BROKEN, exchangeProperty(Exchange.EXCEPTION_CAUGHT))
                .end()
                .filter(exchange -> !confirmed(exchange).isEmpty())
                .process(exchange -> outbox.markPublished(confirmed(exchange)))
                .filter(exchange -> confirmed(exchange).size() == batch)
                .to(wakeEndpoint(context))
                .end()
                .end();
    }

    private static void toMessage(Exchange exchange) {
        var message = exchange.getMessage();
        var row = message.getBody(Outbox.Row.class);
        message.setHeader(SpringRabbitMQConstants.EXCHANGE_OVERRIDE_NAME, row.exchange());
        message.setHeader(SpringRabbitMQConstants.ROUTING_OVERRIDE_KEY, row.routingKey());
        message.setHeader(SpringRabbitMQConstants.MESSAGE_ID, row.messageId().toString());
        message.setHeader(SpringRabbitMQConstants.TYPE, row.routingKey());
        message.setHeader(Cause.CORRELATION_ID, row.correlationId());
        message.setHeader(Cause.TRACEPARENT, row.traceparent());
        message.setHeader(MessageHeaders.VERSION, MessageReader.VERSION);
        message.setBody(row.payload());
    }

    private static void confirm(Exchange exchange) {
        confirmed(exchange).add(exchange.getVariable(ROW, Outbox.Row.class));
    }

    /** Of a batch; shared by all its messages. */
    @SuppressWarnings("unchecked")
    private static List<Outbox.Row> confirmed(Exchange exchange) {
        return exchange.getVariable(CONFIRMED, List.class);
    }

    /** Only when the marks are committed, which a failure would take back: all would be published again. */
    private static void failIfBroken(Exchange exchange) throws Exception {
        var broken = exchange.getVariable(BROKEN, Exception.class);
        if (broken != null) {
            throw broken;
        }
    }
}
