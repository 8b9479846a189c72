package bookstore.ordering.postgres;

import bookstore.ordering.GivenAnswer;
import bookstore.ordering.GivenAnswers;
import bookstore.ordering.RequestKey;
import bookstore.shared.Refusal;
import bookstore.shared.Refusal.Kind;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The primary key decides who is first: a second insert of it waits until the first one's transaction has ended. */
class PostgresGivenAnswers implements GivenAnswers {

    /** PostgreSQL's lock_not_available, for which Spring has no name of its own. */
    private static final String LOCK_TIMEOUT = "55P03";

    private final JdbcClient jdbc;

    PostgresGivenAnswers(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public Optional<GivenAnswer> find(RequestKey key) {
        return jdbc.sql("select body_hash, order_id, status, body from given_answers"
                        + " where buyer_id = ? and operation = ? and key = ?")
                .params(key.buyerId(), key.operation(), key.key())
                .query((row, number) -> answer(row, key))
                .optional();
    }

    @Override
    public Optional<GivenAnswer> claim(RequestKey key) {
        jdbc.sql("set local lock_timeout = '2s'").update();
        var isNew = insert(key);
        jdbc.sql("set local lock_timeout to default").update();
        return isNew ? Optional.empty() : find(key);
    }

    private boolean insert(RequestKey key) {
        try {
            return jdbc.sql("insert into given_answers (buyer_id, operation, key, body_hash) values (?, ?, ?, ?)"
                                    + " on conflict do nothing")
                            .params(key.buyerId(), key.operation(), key.key(), key.bodyHash())
                            .update()
                    == 1;
        } catch (UncategorizedSQLException e) {
            throw LOCK_TIMEOUT.equals(e.getSQLException().getSQLState()) ? stillRunning() : e;
        }
    }

    private static Refusal stillRunning() {
        return new Refusal(
                Kind.CONFLICT,
                "request-running",
                "The first request with this Idempotency-Key is still being worked on",
                Map.of("Retry-After", 1));
    }

    @Override
    public void keep(RequestKey key, GivenAnswer answer) {
        jdbc.sql("update given_answers set order_id = ?, status = ?, body = ?"
                        + " where buyer_id = ? and operation = ? and key = ?")
                .params(answer.orderId(), answer.status(), answer.body())
                .params(key.buyerId(), key.operation(), key.key())
                .update();
    }

    @Override
    public void forget(Duration age) {
        jdbc.sql("delete from given_answers where created_at < now() - make_interval(secs => ?)")
                .param(age.toSeconds())
                .update();
    }

    private static GivenAnswer answer(ResultSet row, RequestKey key) throws SQLException {
        if (!row.getString("body_hash").equals(key.bodyHash())) {
            throw new Refusal(
                    Kind.IMPOSSIBLE, "key-reused", "This Idempotency-Key was used for a request with another body");
        }
        return new GivenAnswer(
                row.getObject("order_id", UUID.class), row.getInt("status"), row.getString("body"), true);
    }
}
