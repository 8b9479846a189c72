package bookstore.finance.postgres;

import bookstore.finance.Reconciliation;
import bookstore.shared.postgres.ContextDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays the others' books beside the payments and lets the database compare, under a lock that one run holds. */
class PostgresReconciliation implements Reconciliation {

    private static final String RUN = "select ran_at, checked, found, resolved, open from recon_runs";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BookCopies copies;
    private final Duration grace;

    PostgresReconciliation(ContextDatabase database, BookCopies copies, Duration grace) {
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
        this.copies = copies;
        this.grace = grace;
    }

    @Override
    public Optional<Run> run() {
        return transaction.execute(status -> lock() ? Optional.of(compare()) : Optional.empty());
    }

    @Override
    public Optional<Run> latest() {
        return jdbc.sql(RUN + " order by ran_at desc limit 1").query(Run.class).optional();
    }

    @Override
    public List<Finding> findings(boolean open, Optional<Long> after, int size) {
        return jdbc.sql("select id, kind, order_id, ours, theirs, found_at, resolved_at from recon_findings"
                        + " where (resolved_at is null) = :open and (:after::bigint is null or id < :after)"
                        + " order by id desc limit :size")
                .param("open", open)
                .param("after", after.orElse(null))
                .param("size", size)
                .query(Finding.class)
                .list();
    }

    @Override
    public Map<Kind, Long> open() {
        var open = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            open.put(kind, 0L);
        }
        jdbc.sql("select kind, count(*) from recon_findings where resolved_at is null group by kind")
                .query(row -> {
                    open.put(Kind.valueOf(row.getString(1)), row.getLong(2));
                });
        return open;
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('finance reconciliation'))")
                .query(Boolean.class)
                .single();
    }

    private Run compare() {
        jdbc.sql("create temporary table differences (kind text, order_id uuid, ours text, theirs text)"
                        + " on commit drop")
                .update();
        var taken = copies.take();
        var kinds = Comparison.possibleWith(taken).flatMap(this::collect).toList();
        var found = jdbc.sql("insert into recon_findings (kind, order_id, ours, theirs)"
                        + " select kind, order_id, ours, theirs from differences"
                        + " on conflict (kind, order_id) where resolved_at is null do nothing")
                .update();
        var resolved = jdbc.sql("update recon_findings f set resolved_at = now() where f.resolved_at is null"
                        + " and f.kind in (:kinds) and not exists (select from differences d"
                        + " where d.kind = f.kind and d.order_id = f.order_id)")
                .param("kinds", kinds)
                .update();
        return jdbc.sql("insert into recon_runs (checked, found, resolved, open) values"
                        + " ((select count(*) from payments) + (select count(*) from ended_orders), ?, ?,"
                        + " (select count(*) from recon_findings where resolved_at is null))"
                        + " returning ran_at, checked, found, resolved, open")
                .params(found, resolved)
                .query(Run.class)
                .single();
    }

    /** @return the kinds of differences that would have been found */
    private Stream<String> collect(Comparison comparison) {
        jdbc.sql(comparison.sql()).param("grace", grace.toMillis() / 1000.0).update();
        return comparison.kinds();
    }
}
