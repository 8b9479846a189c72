package bookstore.saga;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process with workers of its own that can be stopped in the middle of an undo step, and continued. */
public final class StoppedProcess implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Process process;
    private final TestDatabase database;

    private StoppedProcess(Process process, TestDatabase database) {
        this.process = process;
        this.database = database;
    }

    static StoppedProcess start(TestDatabase database) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var pool = database.pool;
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppedProcess.class.getName(),
                        pool.getJdbcUrl(),
                        pool.getPassword(),
                        pool.getSchema())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        return new StoppedProcess(process, database);
    }

    /** The process itself: its undo step goes on when it is told to; it ends with its input. */
    public static void main(String[] arguments) throws Exception {
        try (var database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
                var instance = Instance.idle(
                        database, Instance.settings(LEASE, LONG), routes(database, () -> undo(database)))) {
            instance.service.recovery().start();
            System.in.read();
        }
    }

    static SagaRoutes routes(TestDatabase database, Runnable undo) {
        return new SagaRoutes() {
            @Override
            protected void routes() {
                from("direct:job").saga().compensation("direct:undo").throwException(new IllegalStateException("no"));
                from("direct:undo").process(exchange -> undo.run());
            }
        };
    }

    private static void undo(TestDatabase database) {
        database.note("undone by the stopped one");
        signal(database, "undoing");
        await().atMost(LONG).until(() -> isSignalled(database, "go on"));
        signal(database, "undone");
    }

    /** Outside of the caller's transaction. */
    static void signal(TestDatabase database, String what) {
        CompletableFuture.runAsync(() -> database.jdbc
                        .sql("insert into signals values (?)")
                        .param(what)
                        .update())
                .join();
    }

    static boolean isSignalled(TestDatabase database, String what) {
        return database.jdbc
                .sql("select exists (select 1 from signals where what = ?)")
                .param(what)
                .query(Boolean.class)
                .single();
    }

    void awaits(String what) {
        await().atMost(LONG).until(() -> process.isAlive() && isSignalled(database, what));
    }

    void stop() throws Exception {
        send("-STOP");
        await().atMost(LONG).until(() -> Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                .contains(") T "));
    }

    void goesOn() throws Exception {
        signal(database, "go on");
        send("-CONT");
    }

    private void send(String signal) throws Exception {
        var sent = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .inheritIO()
                .start();
        if (sent.waitFor() != 0) {
            throw new IllegalStateException("kill " + signal + " failed");
        }
    }

    /** Ends it when it has come to the end of what it is doing. */
    int ends() throws Exception {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
