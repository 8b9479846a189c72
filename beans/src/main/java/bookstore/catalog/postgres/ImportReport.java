package bookstore.catalog.postgres;

import bookstore.catalog.Catalog.Outcome;
import bookstore.catalog.FeedFormat;
import bookstore.catalog.FeedRecord;
import bookstore.catalog.Import;
import bookstore.catalog.Imports.Result;
import bookstore.shared.postgres.ContextDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far imports have come, and what was wrong in them. */
class ImportReport {

    private final JdbcClient jdbc;

    ImportReport(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** Keeps what is wrong with records that were read. */
    void add(UUID importId, List<FeedRecord> records) {
        var errors = new ArrayList<Import.Error>();
        for (var feedRecord : records) {
            feedRecord
                    .faults()
                    .forEach(fault -> errors.add(new Import.Error(feedRecord.line(), fault.field(), fault.reason())));
        }
        write(importId, errors);
    }

    /** Counts what has become of records, and keeps why some have failed. */
    void count(UUID importId, List<Result> results) {
        jdbc.sql("update imports set added = added + ?, changed = changed + ?, unchanged = unchanged + ?,"
                        + " failed = failed + ? where id = ?")
                .params(of(Outcome.ADDED, results), of(Outcome.CHANGED, results), of(Outcome.UNCHANGED, results))
                .params(
                        results.stream()
                                .filter(result -> result.outcome() == null)
                                .count(),
                        importId)
                .update();
        write(
                importId,
                results.stream()
                        .filter(result -> result.outcome() == null)
                        .map(result -> new Import.Error(result.feedRecord().line(), "", result.reason()))
                        .toList());
    }

    private static long of(Outcome outcome, List<Result> results) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private void write(UUID importId, List<Import.Error> errors) {
        if (errors.isEmpty()) {
            return;
        }
        jdbc.sql("insert into import_faults (import_id, line, field, reason)"
                        + " select ?, * from unnest(?::bigint[], ?::text[], ?::text[])")
                .params(importId, errors.stream().map(Import.Error::line).toArray(Long[]::new))
                .param(texts(errors, Import.Error::field))
                .param(texts(errors, Import.Error::reason))
                .update();
    }

    /** A feed may hold U+0000, which the database does not keep. */
    private static String[] texts(List<Import.Error> errors, Function<Import.Error, String> text) {
        return errors.stream()
                .map(text)
                .map(found -> found.replace('\0', '\uFFFD'))
                .toArray(String[]::new);
    }

    Optional<Import> find(UUID importId) {
        return jdbc.sql("select id, format, state, total, added, changed, unchanged, failed, received_at, ended_at"
                        + " from imports where id = ?")
                .param(importId)
                .query(this::toImport)
                .optional();
    }

    private Import toImport(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var added = row.getInt("added");
        var changed = row.getInt("changed");
        var unchanged = row.getInt("unchanged");
        var failed = row.getInt("failed");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Import(
                id,
                FeedFormat.valueOf(row.getString("format")),
                Import.State.valueOf(row.getString("state")),
                row.getInt("total"),
                added + changed + unchanged + failed,
                added,
                changed,
                unchanged,
                failed,
                row.getTimestamp("received_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                errors(id));
    }

    private List<Import.Error> errors(UUID importId) {
        return jdbc.sql(
                        "select line, field, reason from import_faults where import_id = ? order by line, field limit 100")
                .param(importId)
                .query(Import.Error.class)
                .list();
    }
}
