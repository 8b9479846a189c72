package bookstore.shared.postgres;

import bookstore.shared.GivenAnswer;
import bookstore.shared.Refusal;
import bookstore.shared.Refusal.Kind;
import bookstore.shared.RequestKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A context's answers to requests that carried a key. The primary key decides who is first: a second insert of it waits
 * until the first one's transaction has ended.
 */
public final class GivenAnswers {

    /** PostgreSQL's lock_not_available, for which Spring has no name of its own. */
    private static final String LOCK_TIMEOUT = "55P03";

    private final String context;
    private final JdbcClient jdbc;

    public GivenAnswers(ContextDatabase database) {
        this.context = database.context();
        this.jdbc = database.jdbc();
    }

    public String context() {
        return context;
    }

    /** What was answered under this key. */
    public Optional<GivenAnswer> find(RequestKey key) {
        return jdbc.sql("select fingerprint, status, location, etag, body from given_answers"
                        + " where caller = ? and operation = ? and key_digest = ?")
                .params(key.caller(), key.operation(), key.digest())
                .query(GivenAnswer.class)
                .optional();
    }

    /**
     * Takes a key for the caller's transaction; whoever comes with the same one waits for its end, up to two seconds.
     *
     * @return what was answered before; empty if the key is the caller's now
     * @throws Refusal if the wait was in vain
     */
    public Optional<GivenAnswer> claim(RequestKey key) {
        jdbc.sql("set local lock_timeout = '2s'").update();
        var isNew = insert(key);
        jdbc.sql("set local lock_timeout to default").update();
        return isNew ? Optional.empty() : find(key);
    }

    private boolean insert(RequestKey key) {
        try {
            return jdbc.sql("insert into given_answers (caller, operation, key_digest) values (?, ?, ?)"
                                    + " on conflict do nothing")
                            .params(key.caller(), key.operation(), key.digest())
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

    /** Keeps the answer under a key that was claimed; a later one replaces it. */
    public void keep(RequestKey key, GivenAnswer answer) {
        jdbc.sql("update given_answers set fingerprint = ?, status = ?, location = ?, etag = ?, body = ?"
                        + " where caller = ? and operation = ? and key_digest = ?")
                .params(answer.fingerprint(), answer.status(), answer.location(), answer.etag(), answer.body())
                .params(key.caller(), key.operation(), key.digest())
                .update();
    }

    /** Forgets answers of that age, and with them the keys. */
    public void forget(Duration age) {
        jdbc.sql("delete from given_answers where created_at < now() - make_interval(secs => ?)")
                .param(age.toSeconds())
                .update();
    }
}
