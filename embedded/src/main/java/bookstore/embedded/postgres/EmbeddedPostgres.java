package bookstore.embedded.postgres;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.Loopback;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The real PostgreSQL 18 in a process of its own, on loopback only. It outlives the process that started it if that
 * is killed; the next start on the same directory ends it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Not to be lost, so written like any other database. */
    private static final String KEPT = "-c max_connections=200";

    /** Thrown away at the end, so a crash of the machine may cost it. */
    private static final String TEMPORARY =
            "-c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    private final Cluster cluster;
    private final int port;

    private EmbeddedPostgres(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts a database whose data stays.
     *
     * @param directory used by one database at a time
     * @param port 0 for any that is free
     * @param initSql run as superuser at every start, so it has to bear repetition
     * @throws CannotStart with one line that says why
     */
    public static EmbeddedPostgres kept(Path directory, int port, String initSql) {
        return start(Cluster.in(directory, RunAs.detect()), port, KEPT, initSql);
    }

    /** Starts a database that need not survive anything, and is the faster for it. */
    public static EmbeddedPostgres temporary(Path directory, int port, String initSql) {
        return start(Cluster.in(directory, RunAs.detect()), port, TEMPORARY, initSql);
    }

    /** Ends what a killed process has left running in the directory. */
    public static void endLeftover(Path directory) {
        Cluster.in(directory, RunAs.detect()).stop();
    }

    static EmbeddedPostgres start(Cluster cluster, int port, String options, String initSql) {
        cluster.stop();
        int free = Loopback.free("PostgreSQL", port);
        cluster.createUnlessThere();
        cluster.start(free, options);
        var postgres = new EmbeddedPostgres(cluster, free);
        postgres.execute(initSql);
        return postgres;
    }

    public int port() {
        return port;
    }

    /** The JDBC address, without credentials. */
    public String url() {
        return "jdbc:postgresql://%s:%d/postgres".formatted(Loopback.HOST, port);
    }

    /** Of the superuser {@code postgres}. */
    public String password() {
        return cluster.password();
    }

    @Override
    public void close() {
        cluster.stop();
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url(), "postgres", password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            close();
            throw new CannotStart("The embedded PostgreSQL refuses its first statements: " + e.getMessage(), e);
        }
    }
}
