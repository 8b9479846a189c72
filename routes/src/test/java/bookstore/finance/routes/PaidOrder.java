package bookstore.finance.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.messaging.Wire;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as finance hears of it, and what finance and the provider make of it. */
record PaidOrder(UUID id, Wire wire, ContextDatabase database) {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    static PaidOrder placed(String token, Wire wire, ContextDatabase database) {
        var order = new PaidOrder(UUID.randomUUID(), wire, database);
        order.isCreated(token);
        return order;
    }

    void isCreated(String token) {
        wire.tell(new OrderCreated(
                id, "alice", "alice@example.com", token, 1290, "EUR", List.of(), "basket-" + id, 1, NOW));
    }

    PaidOrder isCancelled() {
        wire.tell(new OrderCancelled(id, "alice", "alice@example.com", "CANCELLED_BY_BUYER", NOW));
        return this;
    }

    PaidOrder becomes(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo(state));
        return this;
    }

    PaidOrder getsMoneyBack() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(payment("refund_state")).isEqualTo("PROCESSED"));
        return this;
    }

    String state() {
        return payment("state");
    }

    String payment(String column) {
        return text("select " + column + "::text from payments where order_id = ?");
    }

    /** Whether the provider's book says that money was taken. */
    boolean isCharged() {
        return count("select count(*) from simulator_charges where key = ? and captured_at is not null") == 1;
    }

    boolean isGivenBack() {
        return count("select count(*) from simulator_refunds where key = ? and refunded_at is not null") == 1;
    }

    /** How often finance has told this. */
    long told(String event) {
        return database.jdbc()
                .sql("select count(*) from outbox where routing_key = ? and payload like ?")
                .params(event, "%" + id + "%")
                .query(Long.class)
                .single();
    }

    long count(String sql) {
        return database.jdbc().sql(sql).param(id).query(Long.class).single();
    }

    private String text(String sql) {
        return database.jdbc().sql(sql).param(id).query(String.class).optional().orElse("");
    }
}
