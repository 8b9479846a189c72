package bookstore.ordering.postgres;

import bookstore.ordering.OrderStatus;
import bookstore.ordering.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One line for each step of an order; two for the same version cannot be. */
class OrderTimeline {

    private final JdbcClient jdbc;

    OrderTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(
            UUID orderId, int version, String event, @Nullable OrderStatus from, OrderStatus to, @Nullable String why) {
        jdbc.sql("insert into order_timeline (order_id, version, event, from_status, to_status, reason)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(orderId, version, event, from == null ? null : from.name(), to.name(), why)
                .update();
    }

    List<TimelineEntry> after(UUID orderId, int version) {
        return jdbc.sql("select version, at, event, from_status, to_status, reason from order_timeline"
                        + " where order_id = ? and version > ? order by version")
                .params(orderId, version)
                .query(OrderTimeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        var from = row.getString("from_status");
        return new TimelineEntry(
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getString("event"),
                from == null ? null : OrderStatus.valueOf(from),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getString("reason"));
    }
}
