package bookstore.finance.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A temporary table that is filled page by page and gone with the transaction.
 *
 * @param insert how a row is added
 */
record CopyTable(JdbcTemplate jdbc, String insert) {

    static CopyTable create(JdbcTemplate jdbc, String name, String columns) {
        jdbc.execute("create temporary table " + name + " (" + columns + ") on commit drop");
        return new CopyTable(
                jdbc, "insert into " + name + " values (?" + ", ?".repeat(columns.split(",").length - 1) + ")");
    }

    /**
     * Reads pages until one is empty.
     *
     * @param pages gives the page after a key, the first after null
     */
    <K, E> void fill(Function<@Nullable K, List<E>> pages, Function<E, K> key, Function<E, @Nullable Object[]> row) {
        var page = pages.apply(null);
        while (!page.isEmpty()) {
            jdbc.batchUpdate(insert, page.stream().map(row).toList());
            page = pages.apply(key.apply(page.get(page.size() - 1)));
        }
    }

    /** What PostgreSQL's driver takes. */
    static @Nullable Object[] row(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value)
                .toArray();
    }
}
