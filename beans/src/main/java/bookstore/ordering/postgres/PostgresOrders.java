package bookstore.ordering.postgres;

import bookstore.ordering.NewOrder;
import bookstore.ordering.Order;
import bookstore.ordering.OrderChanges;
import bookstore.ordering.OrderLine;
import bookstore.ordering.OrderStatus;
import bookstore.ordering.Orders;
import bookstore.ordering.TimelineEntry;
import bookstore.shared.PermanentFailure;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An order is changed under its row's lock; its version counts the lines of its timeline. */
class PostgresOrders implements Orders {

    private static final String SELECT =
            """
            select o.*, (select json_agg(json_build_object('bookId', l.book_id, 'title', l.title,
                                                           'quantity', l.quantity, 'unitMinor', l.unit_minor)
                                         order by l.position)
                           from order_lines l where l.order_id = o.id) as lines
              from orders o
            """;

    private final JdbcClient jdbc;
    private final OrderMapper mapper;
    private final OrderTimeline timeline;
    private final OrderChanges changes;

    PostgresOrders(ContextDatabase database, ObjectMapper json, OrderChanges changes) {
        this.jdbc = database.jdbc();
        this.mapper = new OrderMapper(json);
        this.timeline = new OrderTimeline(jdbc);
        this.changes = changes;
    }

    @Override
    public void add(NewOrder order) {
        var begun = order.begun();
        jdbc.sql(
                        """
                        insert into orders (id, buyer_id, email, status, total_minor, currency, shipping_address,
                                            placed_at, basket_id, basket_version, saga_id, version)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                        """)
                .params(begun.id(), begun.buyerId(), begun.email())
                .param(begun.status().name())
                .params(begun.total().minor(), begun.total().currency(), mapper.write(begun.shippingAddress()))
                .params(Timestamp.from(begun.placedAt()), order.basketId(), order.basketVersion(), begun.sagaId())
                .param(begun.version())
                .update();
        for (int i = 0; i < order.lines().size(); i++) {
            add(order.id(), i, order.lines().get(i));
        }
        timeline.note(order.id(), 1, "OrderInitiated", null, OrderStatus.ORDER_INITIATED, null);
        timeline.note(order.id(), 2, "OrderCreated", OrderStatus.ORDER_INITIATED, OrderStatus.PAYMENT_PENDING, null);
    }

    private void add(UUID orderId, int position, OrderLine line) {
        jdbc.sql("insert into order_lines (order_id, position, book_id, title, quantity, unit_minor)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(orderId, position, line.bookId(), line.title(), line.quantity())
                .param(line.unitPrice().minor())
                .update();
    }

    @Override
    public Order lock(UUID orderId) {
        return one(" where id = ? for update of o", orderId).orElseThrow(() -> unknown(orderId));
    }

    @Override
    public String lockSaga(UUID orderId) {
        return jdbc.sql("select saga_id from orders where id = ? for update")
                .param(orderId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> unknown(orderId));
    }

    private static PermanentFailure unknown(UUID orderId) {
        return new PermanentFailure("there is no order " + orderId);
    }

    /** The lock is one statement and the look another, so that the look sees what the lock had to wait for. */
    @Override
    public Optional<Order> ofBasket(String basketId, long basketVersion) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params(basketId, basketVersion)
                .query(row -> {});
        return one(" where basket_id = ? and basket_version = ?", basketId, basketVersion);
    }

    @Override
    public void save(Order changed, OrderStatus before, String event) {
        jdbc.sql("update orders set status = ?, reason = ?, payment_reference = ?, refund_reference = ?, version = ?"
                        + " where id = ?")
                .params(changed.status().name(), changed.reason(), changed.paymentReference())
                .params(changed.refundReference(), changed.version(), changed.id())
                .update();
        timeline.note(changed.id(), changed.version(), event, before, changed.status(), changed.reason());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.changed(changed.id());
            }
        });
    }

    @Override
    public Optional<Order> find(UUID orderId, String buyerId) {
        return one(" where id = ? and buyer_id = ?", orderId, buyerId);
    }

    @Override
    public Optional<Order> findAny(UUID orderId) {
        return one(" where id = ?", orderId);
    }

    private Optional<Order> one(String condition, Object... values) {
        return jdbc.sql(SELECT + condition).params(values).query(mapper).optional();
    }

    @Override
    public List<Order> list(Optional<String> buyerId, Optional<OrderStatus> status, Optional<UUID> after, int size) {
        return jdbc.sql(SELECT + " where (:buyer::text is null or buyer_id = :buyer)"
                        + " and (:status::text is null or status = :status)"
                        + " and (:after::uuid is null or id < :after) order by id desc limit :size")
                .param("buyer", buyerId.orElse(null))
                .param("status", status.map(OrderStatus::name).orElse(null))
                .param("after", after.orElse(null))
                .param("size", size)
                .query(mapper)
                .list();
    }

    @Override
    public List<TimelineEntry> timeline(UUID orderId, int afterVersion) {
        return timeline.after(orderId, afterVersion);
    }
}
