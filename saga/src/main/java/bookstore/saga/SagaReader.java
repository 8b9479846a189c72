package bookstore.saga;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads sagas together with their steps, in two queries however many there are. */
final class SagaReader {

    private final JdbcClient jdbc;

    SagaReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Saga> find(String id) {
        var ids = jdbc.sql("select id from sagas where id = ?").param(id).query(String.class);
        return read(ids.list()).stream().findFirst();
    }

    List<Saga> list(@Nullable SagaStatus status, Duration olderThan, int limit) {
        return list("status = coalesce(:status, status)", status == null ? null : status.name(), olderThan, limit);
    }

    List<Saga> needingAttention(Duration olderThan, int limit) {
        return list("ended_at is null and attention_since is not null", null, olderThan, limit);
    }

    private List<Saga> list(String which, @Nullable String status, Duration olderThan, int limit) {
        var ids = jdbc.sql("select id from sagas where " + which
                        + " and created_at <= now() - make_interval(secs => :age)"
                        + " order by attention_since, created_at limit :limit")
                .param("status", status)
                .param("age", olderThan.toMillis() / 1000.0)
                .param("limit", limit)
                .query(String.class)
                .list();
        return read(ids);
    }

    private List<Saga> read(List<String> ids) {
        var steps = steps(ids);
        return jdbc.sql("select * from sagas where id = any(?) order by array_position(?, id)")
                .params(array(ids), array(ids))
                .query(saga(steps))
                .list();
    }

    private Map<String, List<Saga.Step>> steps(List<String> ids) {
        var steps = new HashMap<String, List<Saga.Step>>();
        jdbc.sql(
                        """
                        select *, (select coalesce(array_agg(key order by key), '{}') from jsonb_each_text(options)) as keys,
                            (select coalesce(array_agg(value order by key), '{}') from jsonb_each_text(options)) as option_values
                        from saga_steps where saga_id = any(?) order by saga_id, seq
                        """)
                .param(array(ids))
                .query(row -> {
                    steps.computeIfAbsent(row.getString("saga_id"), id -> new ArrayList<>())
                            .add(step(row));
                });
        return steps;
    }

    private static RowMapper<Saga> saga(Map<String, List<Saga.Step>> steps) {
        return (row, number) -> new Saga(
                row.getString("id"),
                row.getString("name"),
                SagaStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                instant(row.getTimestamp("attention_since")),
                row.getTimestamp("deadline").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                List.copyOf(steps.getOrDefault(row.getString("id"), List.of())));
    }

    private static Saga.Step step(ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("keys").getArray();
        var values = (String[]) row.getArray("option_values").getArray();
        var options = new TreeMap<String, String>();
        for (var i = 0; i < keys.length; i++) {
            options.put(keys[i], values[i]);
        }
        return new Saga.Step(
                row.getInt("seq"),
                row.getString("compensation_uri"),
                row.getString("completion_uri"),
                options,
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static String[] array(List<String> ids) {
        return ids.toArray(String[]::new);
    }
}
