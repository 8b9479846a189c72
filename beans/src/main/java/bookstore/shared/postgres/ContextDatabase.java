package bookstore.shared.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One context's database: a pool in its own role, its schema migrated before the first use. */
public final class ContextDatabase implements AutoCloseable {

    /** For a connection; who waits longer is better told to come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A database that is late is waited for, some five minutes long. */
    private static final int START_ATTEMPTS = 60;

    private static final int SECONDS_BETWEEN = 5;

    private final String context;
    private final HikariDataSource pool;
    private final JdbcTransactionManager transactionManager;

    private ContextDatabase(String context, HikariDataSource pool) {
        this.context = context;
        this.pool = pool;
        this.transactionManager = new JdbcTransactionManager(pool);
    }

    /**
     * Connects and migrates; waits for a database that is not there yet.
     *
     * @param context name of the role, the schema and the migration folder
     * @param moreMigrations further folders below {@code db/migration}
     */
    public static ContextDatabase open(String context, DatabaseSettings settings, String... moreMigrations) {
        var pool = new HikariDataSource();
        pool.setPoolName(context);
        pool.setJdbcUrl(settings.url());
        pool.setUsername(context);
        pool.setPassword(settings.password());
        pool.setSchema(context);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.addDataSourceProperty("ApplicationName", "bookstore-" + context);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("options", settings.patience().options());
        // as a text: HikariCP 6.3 passes no number on
        pool.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.patience().silence().toSeconds()));
        migrate(context, settings, moreMigrations);
        return new ContextDatabase(context, pool);
    }

    /** On a connection that waits as long as it has to. */
    private static void migrate(String context, DatabaseSettings settings, String... more) {
        var folders = Stream.concat(Stream.of("messaging", context), Stream.of(more));
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(settings.url(), context, settings.password()))
                .defaultSchema(context)
                .createSchemas(false)
                .locations(folders.map(folder -> "classpath:db/migration/" + folder)
                        .toArray(String[]::new))
                .outOfOrder(true)
                .connectRetries(START_ATTEMPTS)
                .connectRetriesInterval(SECONDS_BETWEEN)
                .load()
                .migrate();
    }

    public String context() {
        return context;
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** Joins the caller's transaction or makes one. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactionManager);
    }

    @Override
    public void close() {
        pool.close();
    }
}
