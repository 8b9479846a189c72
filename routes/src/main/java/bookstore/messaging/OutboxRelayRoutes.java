package bookstore.messaging;

import bookstore.shared.Cause;
import bookstore.shared.postgres.Outbox;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;

/**
 * Publishes what a context has to tell, oldest first. Woken after each commit; a poll finds what a crash left behind. A
 * crash between publishing and marking publishes again, under the same message id, which the listeners' inboxes know.
 */
class OutboxRelayRoutes extends RouteBuilder {

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
                .routeDescription("Publish a batch of the outbox with confirms, then mark it")
                .errorHandler(noErrorHandler())
                .transacted(context + "-transaction")
                .setBody(exchange -> outbox.claim(batch))
                .filter(simple("${body.size} > 0"))
                .split(body())
                .stopOnException()
                .process(OutboxRelayRoutes::toMessage)
                .to("kamelet:event-sink")
                .end()
                .process(this::published)
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

    private void published(Exchange exchange) {
        @SuppressWarnings("unchecked")
        List<Outbox.Row> rows = exchange.getMessage().getBody(List.class);
        outbox.markPublished(rows);
        if (rows.size() == batch) {
            exchange.getContext()
                    .createFluentProducerTemplate()
                    .to(wakeEndpoint(context))
                    .send();
        }
    }
}
