package bookstore.saga;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A schema of its own for each test, on the PostgreSQL that {@code SAGA_TEST_URL} names; its superuser is
 * {@code postgres}.
 */
final class TestDatabase implements AutoCloseable {

    private static final String URL = System.getenv("SAGA_TEST_URL");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final HikariDataSource pool = new HikariDataSource();
    final JdbcClient jdbc = JdbcClient.create(pool);
    final PlatformTransactionManager transactionManager = new JdbcTransactionManager(pool);
    final TransactionTemplate transaction = new TransactionTemplate(transactionManager);

    TestDatabase() {
        assumeThere();
        var schema = "saga_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        pool.setJdbcUrl(URL);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setSchema(schema);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        Flyway.configure()
                .dataSource(pool)
                .defaultSchema(schema)
                .locations("classpath:db/migration/saga")
                .load()
                .migrate();
        jdbc.sql("create table notes (nr serial, line text)").update();
    }

    static void assumeThere() {
        assumeTrue(URL != null, "SAGA_TEST_URL names no PostgreSQL");
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
