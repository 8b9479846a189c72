package bookstore.catalog.postgres;

import bookstore.catalog.Purchases;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import bookstore.ordering.events.OrderCreated.Line;
import bookstore.shared.postgres.ContextDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row an order, completed by whichever event comes second. */
class PostgresPurchases implements Purchases {

    private final JdbcClient jdbc;

    PostgresPurchases(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public void add(OrderCreated event) {
        jdbc.sql("insert into purchases (order_id, buyer_id, book_ids) values (?, ?, ?)"
                        + " on conflict (order_id) do update set book_ids = excluded.book_ids")
                .params(event.orderId(), event.buyerId())
                .param(event.lines().stream().map(Line::bookId).toArray(UUID[]::new))
                .update();
    }

    @Override
    public void confirm(OrderConfirmed event) {
        end(event.orderId(), event.buyerId(), true);
    }

    @Override
    public void cancel(OrderCancelled event) {
        end(event.orderId(), event.buyerId(), false);
    }

    private void end(UUID orderId, String buyerId, boolean confirmed) {
        jdbc.sql("insert into purchases (order_id, buyer_id, ended, confirmed) values (?, ?, true, ?)"
                        + " on conflict (order_id) do update set ended = true, confirmed = excluded.confirmed")
                .params(orderId, buyerId, confirmed)
                .update();
    }

    @Override
    public boolean contains(String buyerId, UUID bookId) {
        return jdbc.sql(
                        "select exists (select 1 from purchases where buyer_id = ? and confirmed and ? = any(book_ids))")
                .params(buyerId, bookId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isWaitedFor(UUID bookId) {
        return jdbc.sql("select exists (select 1 from purchases where not ended and ? = any(book_ids))")
                .param(bookId)
                .query(Boolean.class)
                .single();
    }
}
