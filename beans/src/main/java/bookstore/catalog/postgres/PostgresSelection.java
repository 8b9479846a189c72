package bookstore.catalog.postgres;

import bookstore.catalog.BookOrder;
import bookstore.catalog.Filter;
import bookstore.catalog.search.Selection;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filters found books where prices and stock are true. */
class PostgresSelection implements Selection {

    private final JdbcClient jdbc;

    PostgresSelection(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public List<UUID> of(List<UUID> books, Filter filter, BookOrder order) {
        var condition = new FilterCondition(filter);
        return jdbc.sql("select b.id from unnest(:ids::uuid[]) with ordinality as found (id, place)"
                        + " join books b on b.id = found.id where " + condition.sql() + " order by "
                        + (order == BookOrder.RELEVANCE ? "found.place" : PostgresBooks.columns(order)))
                .params(condition.parameters())
                .param("ids", books.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
