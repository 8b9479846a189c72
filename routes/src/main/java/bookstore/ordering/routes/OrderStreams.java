package bookstore.ordering.routes;

import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.ordering.Order;
import bookstore.ordering.OrderChanges;
import bookstore.ordering.Orders;
import java.time.Duration;
import org.apache.camel.Exchange;

/**
 * Opens streams of server-sent events, from the beginning or where the caller had come to. Who knows the end is answered
 * 204, at which an {@code EventSource} does not come back (WHATWG HTML, section 9.2.3).
 */
final class OrderStreams {

    private final Orders orders;
    private final OrderChanges changes;
    private final Json json;
    private final StreamPlaces places;
    private final Duration watchFor;
    private final Duration heartbeat;

    OrderStreams(Orders orders, OrderChanges changes, Json json, OrderingSettings settings) {
        this.orders = orders;
        this.changes = changes;
        this.json = json;
        this.places = new StreamPlaces(settings.mostStreams());
        this.watchFor = settings.watchFor();
        this.heartbeat = settings.heartbeat();
    }

    /** The order is the body before, the stream behind. */
    void open(Exchange exchange) {
        var order = exchange.getMessage().getBody(Order.class);
        var last = Parameters.of(exchange)
                .find("Last-Event-ID")
                .map(Integer::valueOf)
                .orElse(0);
        if (order.status().isEnd() && orders.timeline(order.id(), last).isEmpty()) {
            json.noContent(exchange);
            return;
        }
        exchange.getExchangeExtension()
                .addOnCompletion(places.take(Caller.of(exchange).userId()));
        var camel = exchange.getContext();
        var steps = new OrderSteps(orders, json, order, last);
        var pace = new StepStream.Pace(watchFor, heartbeat, () -> camel.isStopping() || camel.isStopped());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/event-stream");
        exchange.getMessage().setHeader("Cache-Control", "no-store");
        exchange.getMessage().setBody(new StepStream(steps, changes, pace));
    }
}
