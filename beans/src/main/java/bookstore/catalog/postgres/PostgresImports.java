package bookstore.catalog.postgres;

import bookstore.catalog.Draft;
import bookstore.catalog.FeedFormat;
import bookstore.catalog.FeedRecord;
import bookstore.catalog.Import;
import bookstore.catalog.Imports;
import bookstore.shared.Ids;
import bookstore.shared.Refusal;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds and what is still to be done of them; the records of a batch go in the transaction that does them. */
class PostgresImports implements Imports {

    private final JdbcClient jdbc;
    private final TransactionTemplate nested;
    private final ObjectMapper json;
    private final Ids ids;
    private final ImportReport report;

    PostgresImports(ContextDatabase database, ObjectMapper json, Ids ids) {
        this.jdbc = database.jdbc();
        this.nested = new TransactionTemplate(database.transactionManager());
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.json = json;
        this.ids = ids;
        this.report = new ImportReport(database);
    }

    /**
     * Two instances that see the same source at once: the second waits for the first, and finds it taken. Whoever sends a
     * feed may be slow: the transaction has ten minutes between two of its batches.
     */
    @Override
    public Optional<UUID> begin(FeedFormat format, Optional<String> source) {
        jdbc.sql("set local idle_in_transaction_session_timeout = '10min'").update();
        return jdbc.sql("insert into imports (id, format, source, state) values (?, ?, ?, 'RUNNING')"
                        + " on conflict (source) do nothing returning id")
                .params(ids.next(), format.name(), source.orElse(null))
                .query(UUID.class)
                .optional();
    }

    @Override
    public void keep(UUID importId, List<FeedRecord> records) {
        var sound = records.stream().filter(FeedRecord::isSound).toList();
        jdbc.sql("insert into import_records (import_id, line, draft)"
                        + " select ?, * from unnest(?::bigint[], ?::text[]::jsonb[])")
                .params(importId, sound.stream().map(FeedRecord::line).toArray(Long[]::new))
                .param(sound.stream().map(kept -> write(kept.draft())).toArray(String[]::new))
                .update();
        jdbc.sql("update imports set total = total + ?, failed = failed + ? where id = ?")
                .params(records.size(), records.size() - sound.size(), importId)
                .update();
        report.add(importId, records);
    }

    @Override
    public Optional<Batch> claim(int atMost) {
        return jdbc.sql("select id from imports where state = 'RUNNING' order by id limit 1 for update skip locked")
                .query(UUID.class)
                .optional()
                .map(id -> new Batch(id, records(id, atMost)));
    }

    private List<FeedRecord> records(UUID importId, int atMost) {
        return jdbc
                .sql("delete from import_records where import_id = :id and line in (select line from import_records"
                        + " where import_id = :id order by line limit :atMost) returning line, draft")
                .param("id", importId)
                .param("atMost", atMost)
                .query((row, number) -> new FeedRecord(row.getLong("line"), read(row.getString("draft")), List.of()))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(FeedRecord::line))
                .toList();
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        try {
            return Objects.requireNonNull(nested.execute(status -> work.get()));
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(Refusal.Kind.IMPOSSIBLE, "cannot-be-kept", "cannot be kept as it is");
        }
    }

    @Override
    public void done(UUID importId, List<Result> results) {
        report.count(importId, results);
    }

    @Override
    public void endThoseDone() {
        jdbc.sql("update imports i set state = 'DONE', ended_at = now() where state = 'RUNNING'"
                        + " and not exists (select 1 from import_records r where r.import_id = i.id)")
                .update();
    }

    @Override
    public Optional<Import> find(UUID importId) {
        return report.find(importId);
    }

    @Override
    public boolean isDone(String source) {
        return jdbc.sql("select exists (select 1 from imports where source = ? and state = 'DONE')")
                .param(source)
                .query(Boolean.class)
                .single();
    }

    private String write(Draft draft) {
        try {
            return json.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft of JDK types", e);
        }
    }

    private Draft read(String column) {
        try {
            return json.readValue(column, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was written: " + column, e);
        }
    }
}
