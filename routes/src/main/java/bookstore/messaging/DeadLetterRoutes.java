package bookstore.messaging;

import bookstore.messaging.Subscriptions.Subscription;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/**
 * Brings a context's dead letters from the broker into its table, where they can be seen and replayed; and whatever was
 * published that no queue is bound for, which any context may park.
 */
class DeadLetterRoutes extends RouteBuilder {

    /** Named parameters only: the body of a dead letter is the last thing to be put into SQL as text. */
    private static final String INSERT =
            """
            insert into dead_letters (message_id, consumer, type, version, payload, cause, failed_route, attempts,
                                      correlation_id, traceparent, failed_at, exchange, routing_key)
            values (:?message_id, :?consumer, :?type, :?version, :?payload, :?cause, :?failed_route, :?attempts,
                    :?correlation_id, :?traceparent, :?failed_at, :?exchange, :?routing_key)
            on conflict (consumer, message_id) do update
               set cause = excluded.cause, attempts = excluded.attempts, times = dead_letters.times + 1,
                   last_at = now(), state = 'PARKED'
            """;

    private final String context;

    DeadLetterRoutes(String context) {
        this.context = context;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        var queues = Stream.concat(
                        Subscriptions.of(context).stream().map(Subscription::deadLetterQueue),
                        Stream.of(Topology.UNROUTED))
                .collect(Collectors.joining(","));

        from("kamelet:dead-letter-source?queues=" + queues)
                .routeId(context + "-park-dead-letters")
                .routeGroup(context)
                .routeDescription("Park dead letters in the table of their context, and what no queue was bound for")
                .process(DeadLetter::toParameters)
                .setBody(constant(INSERT))
                .to("jdbc:" + context + "-database?useHeadersAsParameters=true&resetAutoCommit=false");
    }
}
