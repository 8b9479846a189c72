package bookstore.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.Loopback;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    static final String TABLE = "create table if not exists books (title text)";

    @TempDir
    private Path directory;

    /** The temporary directory of a test is its user's only. */
    @BeforeEach
    void let_others_pass() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void a_restart_keeps_the_data_and_bears_the_first_statements_again() throws Exception {
        try (var postgres = EmbeddedPostgres.kept(directory, 0, TABLE)) {
            execute(postgres, "insert into books values ('Emma')");
        }
        try (var postgres = EmbeddedPostgres.kept(directory, 0, TABLE)) {
            assertThat(query(postgres, "select title from books")).isEqualTo("Emma");
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void runs_as_nobody_where_there_is_no_user_namespace_and_keeps_the_data_of_the_other_way() throws Exception {
        try (var postgres = EmbeddedPostgres.kept(directory, 0, TABLE)) {
            execute(postgres, "insert into books values ('Emma')");
        }
        // who is not root has one way only
        var cluster = Cluster.in(directory, RunAs.detect() == RunAs.SELF ? RunAs.SELF : RunAs.NOBODY);
        try (var postgres = EmbeddedPostgres.start(cluster, 0, "", TABLE)) {
            assertThat(query(postgres, "select title from books")).isEqualTo("Emma");
        }
        try (var postgres = EmbeddedPostgres.kept(directory, 0, TABLE)) {
            assertThat(query(postgres, "select title from books")).isEqualTo("Emma");
        }
    }

    @Test
    void a_database_left_by_a_killed_process_is_taken_over() throws Exception {
        int port = Loopback.free("PostgreSQL", 0);
        var process = process(port);
        await().atMost(Duration.ofMinutes(1)).until(() -> answers(port));
        process.destroyForcibly().waitFor();
        assertThat(answers(port)).as("the orphan is still there").isTrue();

        try (var postgres = EmbeddedPostgres.kept(directory, port, TABLE)) {
            execute(postgres, "insert into books values ('Emma')");
            assertThat(postgres.port()).isEqualTo(port);
        }
        assertThat(answers(port)).isFalse();
    }

    @Test
    void a_taken_port_is_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.kept(directory, taken.getLocalPort(), TABLE))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("The embedded PostgreSQL cannot listen on 127.0.0.1:%d (Address already in use)"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void a_start_that_fails_tells_what_the_database_said() {
        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(Cluster.in(directory, RunAs.detect()), 0, "-c max_connections=x", TABLE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("invalid value for parameter \"max_connections\": \"x\"");
    }

    @Test
    void nobody_comes_in_without_the_password() {
        try (var postgres = EmbeddedPostgres.temporary(directory, 0, TABLE)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private Process process(int port) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        directory.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private boolean answers(int port) {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                Files.readString(directory.resolve("password")))) {
            return connection.createStatement().execute("select title from books");
        } catch (Exception e) {
            return false;
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), "postgres", postgres.password())) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), "postgres", postgres.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
