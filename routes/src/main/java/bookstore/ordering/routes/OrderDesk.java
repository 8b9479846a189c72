package bookstore.ordering.routes;

import bookstore.basket.commands.FillBasket;
import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.ordering.Cancellation;
import bookstore.ordering.Order;
import bookstore.ordering.OrderStatus;
import bookstore.ordering.Orders;
import bookstore.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Shows callers their orders; an admin sees all, what belongs to somebody else is not there for others. */
final class OrderDesk {

    private final Orders orders;
    private final Json json;

    OrderDesk(Orders orders, Json json) {
        this.orders = orders;
        this.json = json;
    }

    /** A part of the orders, newest first; {@code after} asks for the next one. */
    record Page(List<OrderView> items, @Nullable UUID after) {}

    Page list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var size = parameters.number("size");
        var found = orders.list(
                buyer(Caller.of(exchange), parameters.find("buyer")),
                parameters.find("status").map(OrderStatus::valueOf),
                parameters.find("after").map(UUID::fromString),
                size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        var last = found.size() > size ? shown.get(size - 1).id() : null;
        return new Page(shown.stream().map(OrderView::of).toList(), last);
    }

    private static Optional<String> buyer(Caller caller, Optional<String> wanted) {
        if (!caller.isAdmin()
                && wanted.filter(buyer -> !buyer.equals(caller.userId())).isPresent()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "forbidden", "The orders of others are for admins only");
        }
        return caller.isAdmin() ? wanted : Optional.of(caller.userId());
    }

    /** The order that the path names. */
    Order find(Exchange exchange) {
        var id = Parameters.of(exchange).id("id");
        var caller = Caller.of(exchange);
        var order = caller.isAdmin() ? orders.findAny(id) : orders.find(id, caller.userId());
        return order.orElseThrow(() -> Refusal.notFound("This order"));
    }

    StepView.Timeline timeline(Exchange exchange) {
        return StepView.Timeline.of(orders.timeline(find(exchange).id(), 0));
    }

    /** Only the buyer calls an order off as its buyer. */
    Cancellation cancellation(Exchange exchange) {
        return Cancellation.byBuyer(own(exchange).id());
    }

    /** What it takes to order the same once more. */
    FillBasket again(Exchange exchange) {
        var order = own(exchange);
        var lines = order.lines().stream()
                .map(line -> new FillBasket.Line(line.bookId(), line.quantity()))
                .toList();
        return new FillBasket(order.buyerId(), lines);
    }

    private Order own(Exchange exchange) {
        return orders.find(Parameters.of(exchange).id("id"), Caller.of(exchange).userId())
                .orElseThrow(() -> Refusal.notFound("This order"));
    }

    /** Says that a cancellation is under way. */
    void accepted(Exchange exchange) {
        var order = own(exchange);
        json.accepted(exchange, OrderView.path(order.id()), OrderView.of(order));
    }
}
