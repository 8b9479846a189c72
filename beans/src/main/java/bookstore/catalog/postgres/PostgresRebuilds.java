package bookstore.catalog.postgres;

import bookstore.catalog.search.Rebuild;
import bookstore.catalog.search.Rebuilds;
import bookstore.shared.postgres.ContextDatabase;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unique index lets one rebuild run; the others' inserts do nothing. */
class PostgresRebuilds implements Rebuilds {

    private static final String SELECT = "select id, 'catalog_books_' || id as collection, state, done, total,"
            + " started_at, ended_at from search_rebuilds ";

    private final JdbcClient jdbc;

    PostgresRebuilds(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public Optional<Rebuild> begin(int total) {
        jdbc.sql("update search_rebuilds set state = 'FAILED', ended_at = now()"
                        + " where state = 'RUNNING' and alive_at < now() - interval '1 minute'")
                .update();
        return jdbc.sql("insert into search_rebuilds (total) values (?) on conflict do nothing returning id")
                .param(total)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    private Optional<Rebuild> find(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Rebuild.class).optional();
    }

    @Override
    public void progress(Rebuild rebuild, int done) {
        jdbc.sql("update search_rebuilds set done = ?, alive_at = now() where id = ?")
                .params(done, rebuild.id())
                .update();
    }

    @Override
    public void end(Rebuild rebuild, Rebuild.State state) {
        jdbc.sql("update search_rebuilds set state = ?, ended_at = now() where id = ?")
                .params(state.name(), rebuild.id())
                .update();
    }

    @Override
    public Optional<Rebuild> running() {
        return jdbc.sql(SELECT + "where state = 'RUNNING' and alive_at > now() - interval '1 minute'")
                .query(Rebuild.class)
                .optional();
    }

    @Override
    public Optional<Rebuild> latest() {
        return jdbc.sql(SELECT + "order by id desc limit 1")
                .query(Rebuild.class)
                .optional();
    }
}
