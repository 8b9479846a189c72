package bookstore.finance.postgres;

import bookstore.finance.ProviderBook;
import bookstore.finance.Reconciliation;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies the provider's book beside the payments and lets the database compare, under a lock that one run holds. */
class PostgresReconciliation implements Reconciliation {

    private static final int PAGE = 1000;
    private static final String RUN = "select ran_at, checked, found, resolved, open from recon_runs";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Optional<ProviderBook> book;
    private final Duration grace;

    /** @param book empty if the provider's cannot be read; then the orders alone are compared */
    PostgresReconciliation(ContextDatabase database, Optional<ProviderBook> book, Duration grace) {
        this.jdbc = database.jdbc();
        this.batches = new JdbcTemplate(database.dataSource());
        this.transaction = database.transaction();
        this.book = book;
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

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('finance reconciliation'))")
                .query(Boolean.class)
                .single();
    }

    private Run compare() {
        jdbc.sql("create temporary table differences (kind text, order_id uuid, ours text, theirs text)"
                        + " on commit drop")
                .update();
        book.ifPresent(this::compareWith);
        collect(Differences.FROM_ORDERS);
        collect(Differences.FROM_LEDGER);
        collect(Differences.FROM_MESSAGES);
        var found = jdbc.sql("insert into recon_findings (kind, order_id, ours, theirs)"
                        + " select kind, order_id, ours, theirs from differences"
                        + " on conflict (kind, order_id) where resolved_at is null do nothing")
                .update();
        var resolved = jdbc.sql("update recon_findings f set resolved_at = now() where f.resolved_at is null"
                        + " and not exists (select from differences d"
                        + " where d.kind = f.kind and d.order_id = f.order_id)")
                .update();
        return jdbc.sql("insert into recon_runs (checked, found, resolved, open) values"
                        + " ((select count(*) from payments) + (select count(*) from ended_orders), ?, ?,"
                        + " (select count(*) from recon_findings where resolved_at is null))"
                        + " returning ran_at, checked, found, resolved, open")
                .params(found, resolved)
                .query(Run.class)
                .single();
    }

    private void compareWith(ProviderBook provider) {
        jdbc.sql("create temporary table provider_book (key uuid primary key, amount_minor bigint, currency text,"
                        + " captured_at timestamptz, refunded_at timestamptz) on commit drop")
                .update();
        var page = provider.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            batches.batchUpdate(
                    "insert into provider_book values (?, ?, ?, ?, ?)", page, PAGE, PostgresReconciliation::set);
            page = provider.page(Optional.of(lastKey(page)), PAGE);
        }
        collect(Differences.FROM_PROVIDER);
    }

    private static UUID lastKey(List<ProviderBook.Entry> page) {
        return page.get(page.size() - 1).key();
    }

    private void collect(String differences) {
        jdbc.sql(differences).param("grace", grace.toMillis() / 1000.0).update();
    }

    private static void set(PreparedStatement row, ProviderBook.Entry entry) throws SQLException {
        row.setObject(1, entry.key());
        row.setLong(2, entry.amountMinor());
        row.setString(3, entry.currency());
        row.setTimestamp(4, timestamp(entry.capturedAt()));
        row.setTimestamp(5, timestamp(entry.refundedAt()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
