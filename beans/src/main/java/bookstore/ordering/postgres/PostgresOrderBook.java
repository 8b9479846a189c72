package bookstore.ordering.postgres;

import bookstore.ordering.OrderBook;
import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.commands.OrderBookTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import bookstore.shared.postgres.ContextDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads orders, timeline and outbox. */
class PostgresOrderBook implements OrderBook {

    private final JdbcClient jdbc;

    PostgresOrderBook(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public OrderBookTold tell(TellOrderBook request) {
        return new OrderBookTold(jdbc.sql("select o.id as order_id, o.status, o.total_minor, o.currency,"
                        + " (select coalesce(sum(quantity), 0) from order_lines where order_id = o.id) as copies,"
                        + " (select max(at) from order_timeline where order_id = o.id) as changed_at"
                        + " from orders o where (:after::uuid is null or o.id > :after) order by o.id limit :size")
                .param("after", request.after())
                .param("size", request.size())
                .query(OrderBookTold.Entry.class)
                .list());
    }

    @Override
    public MessagesTold tell(TellMessages request) {
        return new MessagesTold(jdbc.sql("select seq as number, message_id, routing_key, published_at as sent_at"
                        + " from outbox where seq > :after and routing_key in (:keys) and published_at is not null"
                        + " order by seq limit :size")
                .param("after", request.after())
                .param("keys", request.routingKeys())
                .param("size", request.size())
                .query(MessagesTold.Entry.class)
                .list());
    }
}
