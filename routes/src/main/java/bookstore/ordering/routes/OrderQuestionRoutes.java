package bookstore.ordering.routes;

import bookstore.messaging.MessageRoutes;
import bookstore.ordering.Order;
import bookstore.ordering.OrderBook;
import bookstore.ordering.Orders;
import bookstore.ordering.commands.OrdersTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import bookstore.ordering.commands.TellOrders;
import java.util.Optional;

/** What other contexts may ask about orders. */
class OrderQuestionRoutes extends MessageRoutes {

    private final Orders orders;
    private final OrderBook book;

    OrderQuestionRoutes(Orders orders, OrderBook book) {
        super("ordering");
        this.orders = orders;
        this.book = book;
    }

    @Override
    protected void listeners() {
        reply(TellOrders.class, "Say where a buyer's latest orders stand", this::tell);
        reply(TellOrderBook.class, "Say where all orders stand, page by page", book::tell);
        reply(TellMessages.class, "Say which messages have been sent, page by page", book::tell);
    }

    private OrdersTold tell(TellOrders request) {
        var latest = orders.list(
                Optional.of(request.buyerId()), Optional.empty(), Optional.empty(), Math.min(request.size(), 20));
        return new OrdersTold(latest.stream().map(OrderQuestionRoutes::told).toList());
    }

    private static OrdersTold.Order told(Order order) {
        return new OrdersTold.Order(
                order.id(), order.status().name(), order.reason(), order.total().toString(), order.placedAt());
    }
}
