package bookstore.ordering.routes;

import bookstore.edge.Json;
import bookstore.ordering.Order;
import bookstore.ordering.Orders;
import bookstore.ordering.TimelineEntry;
import java.util.UUID;

/** The steps of an order as text of server-sent events; each has the order's version as its id. */
final class OrderSteps {

    private final Orders orders;
    private final Json json;
    private final UUID orderId;
    private int version;
    private boolean ended;

    /** @param version of the last step that the caller knows, 0 for none */
    OrderSteps(Orders orders, Json json, Order order, int version) {
        this.orders = orders;
        this.json = json;
        this.orderId = order.id();
        this.version = version;
        this.ended = order.status().isEnd();
    }

    UUID orderId() {
        return orderId;
    }

    /** Whether no step will follow those that were told. */
    boolean ended() {
        return ended;
    }

    /** The steps since the last call; empty if there are none. */
    String next() {
        var text = new StringBuilder();
        for (var entry : orders.timeline(orderId, version)) {
            text.append(event(entry));
            version = entry.version();
            ended |= entry.to().isEnd();
        }
        return text.toString();
    }

    private String event(TimelineEntry entry) {
        var data = json.text(StepView.of(entry));
        return "id: %d\nevent: %s\ndata: %s\n\n".formatted(entry.version(), entry.event(), data);
    }
}
