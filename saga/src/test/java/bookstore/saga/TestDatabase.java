package bookstore.saga;

import bookstore.embedded.TemporaryPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A schema of its own for each test. */
final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final HikariDataSource pool = new HikariDataSource();
    final JdbcClient jdbc = JdbcClient.create(pool);
    final PlatformTransactionManager transactionManager = new JdbcTransactionManager(pool);
    final TransactionTemplate transaction = new TransactionTemplate(transactionManager);

    TestDatabase() {
        this(
                TemporaryPostgres.shared().url(),
                TemporaryPostgres.shared().password(),
                "saga_" + NUMBER.incrementAndGet());
        Flyway.configure()
                .dataSource(pool)
                .defaultSchema(pool.getSchema())
                .locations("classpath:db/migration/saga")
                .load()
                .migrate();
        jdbc.sql("create table notes (nr serial, line text)").update();
    }

    /** What another process has made. */
    TestDatabase(String url, String password, String schema) {
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword(password);
        pool.setSchema(schema);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
    }

    /** Writes on the calling thread, so in its transaction. */
    void note(String line) {
        jdbc.sql("insert into notes (line) values (?)").param(line).update();
    }

    List<String> notes() {
        return jdbc.sql("select line from notes order by nr")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        pool.close();
    }
}
