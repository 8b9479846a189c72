package bookstore.faults;

import bookstore.embedded.TemporaryPostgres;
import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.embedded.redis.EmbeddedRedis;
import bookstore.embedded.smtp.EmbeddedSmtp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What outlives the shop: the servers that the environment names, else embedded ones in this process. The mail server
 * is always an embedded one, whose mails can be counted.
 */
final class Servers implements AutoCloseable {

    private final Addresses addresses;
    private final List<Runnable> ends;

    private Servers(Addresses addresses, Runnable... ends) {
        this.addresses = addresses;
        this.ends = List.of(ends);
    }

    static Servers start(Path directory) {
        var smtp = EmbeddedSmtp.start(directory.resolve("smtp"), 0, 0);
        var environment = System.getenv();
        if (environment.containsKey("SPRING_RABBITMQ_PORT")) {
            return new Servers(real(environment, smtp), smtp::close);
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

    private static Addresses real(Map<String, String> environment, EmbeddedSmtp smtp) {
        return new Addresses(
                environment.get("BOOKSTORE_DATABASE_URL"),
                "",
                Integer.parseInt(environment.get("SPRING_RABBITMQ_PORT")),
                Integer.parseInt(environment.get("SPRING_DATA_REDIS_PORT")),
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
