package bookstore.faults;

import bookstore.embedded.TemporaryPostgres;
import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.embedded.redis.EmbeddedRedis;
import bookstore.embedded.smtp.EmbeddedSmtp;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What outlives the shop: servers that {@code .ci/real-servers} has started, else embedded ones in this process. The
 * mail server is always an embedded one, whose mails can be counted.
 */
final class Servers implements AutoCloseable {

    /** {@code -Dcrash.servers}: a directory with servers for each JVM that runs tests. */
    private static final String REAL = System.getProperty("crash.servers", "");

    /** {@code jvm-1} for the first. */
    private static final String JVM = System.getProperty("crash.jvm", "jvm-1");

    private final Addresses addresses;
    private final List<Runnable> ends;

    private Servers(Addresses addresses, Runnable... ends) {
        this.addresses = addresses;
        this.ends = List.of(ends);
    }

    static Servers start(Path directory) throws IOException {
        var smtp = EmbeddedSmtp.start(directory.resolve("smtp"), 0, 0);
        if (!REAL.isEmpty()) {
            return new Servers(real(Path.of(REAL, JVM, "environment"), smtp), smtp::close);
        }
        var postgres = TemporaryPostgres.shared();
        var broker = EmbeddedRabbit.start(Addresses.HOST, 0, "guest", "guest", directory.resolve("rabbit"));
        var redis = EmbeddedRedis.start(directory.resolve("redis"), 0);
        return new Servers(
                new Addresses(
                        postgres.url(), postgres.password(), broker.port(), redis.port(), smtp.port(), smtp.page()),
                smtp::close,
                broker::close,
                redis::close);
    }

    private static Addresses real(Path file, EmbeddedSmtp smtp) throws IOException {
        var environment = new Properties();
        environment.load(new StringReader(Files.readString(file)));
        return new Addresses(
                environment.getProperty("BOOKSTORE_DATABASE_URL"),
                "",
                Integer.parseInt(environment.getProperty("SPRING_RABBITMQ_PORT")),
                Integer.parseInt(environment.getProperty("SPRING_DATA_REDIS_PORT")),
                smtp.port(),
                smtp.page());
    }

    Addresses addresses() {
        return addresses;
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
