package bookstore.finance.postgres;

import bookstore.finance.EndedOrders;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order ends once, so the first word counts. */
class PostgresEndedOrders implements EndedOrders {

    private final JdbcClient jdbc;

    PostgresEndedOrders(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public void confirmed(OrderConfirmed event) {
        note(event.orderId(), "CONFIRMED", event.totalMinor(), event.currency(), event.confirmedAt());
    }

    @Override
    public void cancelled(OrderCancelled event) {
        note(event.orderId(), "CANCELLED", 0, "XXX", event.cancelledAt());
    }

    private void note(UUID orderId, String outcome, long totalMinor, String currency, Instant at) {
        jdbc.sql("insert into ended_orders (order_id, outcome, total_minor, currency, ended_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(orderId, outcome, totalMinor, currency, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
