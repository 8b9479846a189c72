package bookstore.catalog.postgres;

import bookstore.catalog.FacetCounts;
import bookstore.catalog.Facets;
import bookstore.catalog.Facets.Count;
import bookstore.catalog.Filter;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All facets in one statement. */
class PostgresFacetCounts implements FacetCounts {

    private static final String COUNT =
            """
            with chosen as (select b.id, b.language, b.current_minor from books b where %s),
                 counts as (
                     select h.kind as facet, h.name as value, count(*) as count
                       from chosen c join book_headings l on l.book_id = c.id join headings h on h.id = l.heading_id
                      where h.kind in ('CATEGORY', 'AUTHOR') group by h.id
                     union all
                     select 'LANGUAGE', language, count(*) from chosen group by language
                     union all
                     select 'PRICE', (array['0-10', '10-20', '20-30', '30-50', '50-'])
                                     [1 + width_bucket(current_minor, array[1000, 2000, 3000, 5000]::bigint[])],
                            count(*)
                       from chosen group by 2),
                 ranked as (
                     select *, row_number() over (partition by facet order by count desc, value) as place from counts)
            select facet, value, count from ranked where place <= 20
             order by facet, case when facet = 'PRICE' then split_part(value, '-', 1)::int else place end
            """;

    private final JdbcClient jdbc;

    PostgresFacetCounts(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    private record Row(String facet, String value, long count) {}

    @Override
    public Facets of(Collection<UUID> bookIds) {
        return facets("b.id = any(:ids)", Map.of("ids", bookIds.toArray(UUID[]::new)));
    }

    @Override
    public Facets of(Filter filter) {
        var condition = new FilterCondition(filter);
        return facets(condition.sql(), condition.parameters());
    }

    private Facets facets(String condition, Map<String, ?> parameters) {
        var rows = jdbc.sql(COUNT.formatted(condition))
                .params(parameters)
                .query(Row.class)
                .list();
        return new Facets(
                counts(rows, "CATEGORY"), counts(rows, "AUTHOR"), counts(rows, "LANGUAGE"), counts(rows, "PRICE"));
    }

    private static List<Count> counts(List<Row> rows, String facet) {
        return rows.stream()
                .filter(row -> row.facet().equals(facet))
                .map(row -> new Count(row.value(), row.count()))
                .toList();
    }
}
