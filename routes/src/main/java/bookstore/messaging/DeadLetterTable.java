package bookstore.messaging;

import bookstore.messaging.DeadLetterFilter.Cursor;
import bookstore.messaging.ParkedMessage.State;
import bookstore.shared.postgres.ContextDatabase;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters of one context, where {@link DeadLetterRoutes} has put them. */
class DeadLetterTable {

    private static final String COLUMNS = "select id, consumer, message_id, type, version, cause, failed_route,"
            + " failed_at, exchange, routing_key, attempts, times, state, correlation_id, traceparent, first_at, last_at, ";
    private static final String WHERE = " from dead_letters where state = :state"
            + " and (:consumer::text is null or consumer = :consumer or consumer like :consumer || '.%')"
            + " and (:cause::text is null or position(lower(:cause) in lower(cause)) > 0)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DeadLetterTable(ContextDatabase database) {
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** The latest first, without their bodies. */
    List<ParkedMessage> list(DeadLetterFilter filter, Optional<Cursor> after, int size) {
        return filtered(
                        COLUMNS + "null as body" + WHERE
                                + " and (:at::timestamptz is null or (last_at, id) < (:at, :id))"
                                + " order by last_at desc, id desc limit :size",
                        filter)
                .param(
                        "at",
                        after.map(cursor -> cursor.lastAt().atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("id", after.map(Cursor::id).orElse(null))
                .param("size", size)
                .query(ParkedMessage.class)
                .list();
    }

    List<UUID> ids(DeadLetterFilter filter, int atMost) {
        return filtered("select id" + WHERE + " order by first_at limit :size", filter)
                .param("size", atMost)
                .query(UUID.class)
                .list();
    }

    Optional<ParkedMessage> find(UUID id) {
        return jdbc.sql(COLUMNS + "payload as body from dead_letters where id = ?")
                .param(id)
                .query(ParkedMessage.class)
                .optional();
    }

    /** Locks the row for the caller's transaction, so that the message cannot be parked again meanwhile. */
    Optional<ParkedMessage> lock(UUID id) {
        return jdbc.sql(COLUMNS + "payload as body from dead_letters where id = ? for update")
                .param(id)
                .query(ParkedMessage.class)
                .optional();
    }

    /** Writes down a decision and who has made it. */
    void decide(ParkedMessage letter, State state, String who, @Nullable String editedBody) {
        jdbc.sql("update dead_letters set state = ?, payload = coalesce(?, payload) where id = ?")
                .params(state.name(), editedBody, letter.id())
                .update();
        jdbc.sql("insert into dead_letter_audit (dead_letter, action, by_whom, earlier_payload) values (?, ?, ?, ?)")
                .params(letter.id(), state.name(), who, editedBody == null ? null : letter.body())
                .update();
    }

    /** How many are parked, by consumer. */
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select consumer, count(*) from dead_letters where state = 'PARKED' group by consumer")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private StatementSpec filtered(String sql, DeadLetterFilter filter) {
        return jdbc.sql(sql)
                .param("state", filter.state().name())
                .param("consumer", filter.consumer())
                .param("cause", filter.cause());
    }
}
