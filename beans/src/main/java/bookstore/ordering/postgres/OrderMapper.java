package bookstore.ordering.postgres;

import bookstore.ordering.Address;
import bookstore.ordering.Order;
import bookstore.ordering.OrderLine;
import bookstore.ordering.OrderStatus;
import bookstore.shared.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;

/** Rows to orders and back. */
class OrderMapper implements RowMapper<Order> {

    private final ObjectMapper json;

    OrderMapper(ObjectMapper json) {
        this.json = json;
    }

    private record LineRow(UUID bookId, String title, int quantity, long unitMinor) {

        OrderLine in(String currency) {
            return new OrderLine(bookId, title, quantity, Money.ofMinor(unitMinor, currency));
        }
    }

    @Override
    public Order mapRow(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var currency = row.getString("currency");
        return new Order(
                id,
                row.getString("buyer_id"),
                row.getString("email"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                lines(row.getString("lines"), currency),
                Money.ofMinor(row.getLong("total_minor"), currency),
                read(row.getString("shipping_address"), Address.class),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("payment_reference"),
                row.getString("refund_reference"),
                row.getString("saga_id"),
                row.getInt("version"));
    }

    private List<OrderLine> lines(String rows, String currency) {
        return Stream.of(read(rows, LineRow[].class))
                .map(line -> line.in(currency))
                .toList();
    }

    String write(Address address) {
        try {
            return json.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an address of JDK types", e);
        }
    }

    private <T> T read(String column, Class<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was written: " + column, e);
        }
    }
}
