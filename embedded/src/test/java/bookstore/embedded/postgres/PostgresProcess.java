package bookstore.embedded.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process with a database, to be killed. */
final class PostgresProcess {

    private PostgresProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres.kept(Path.of(arguments[0]), Integer.parseInt(arguments[1]), EmbeddedPostgresTest.TABLE);
        new CountDownLatch(1).await();
    }
}
