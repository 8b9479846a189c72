package bookstore.faults;

import bookstore.embedded.postgres.EmbeddedPostgres;
import bookstore.embedded.process.Loopback;
import bookstore.embedded.redis.EmbeddedRedis;
import bookstore.embedded.smtp.EmbeddedSmtp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Servers of which database and broker can be killed and started again on what they have left, on the same ports. */
final class KillableServers implements AutoCloseable {

    private final Path directory;
    private final int postgresPort = Loopback.free("PostgreSQL", 0);
    private final int amqpPort = Loopback.free("RabbitMQ", 0);
    private final EmbeddedRedis redis;
    private final EmbeddedSmtp smtp;
    private final BrokerProcess broker;
    private EmbeddedPostgres postgres;

    KillableServers(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.redis = EmbeddedRedis.start(directory.resolve("redis"), 0);
        this.smtp = EmbeddedSmtp.start(directory.resolve("smtp"), 0, 0);
        this.broker = new BrokerProcess(directory.resolve("rabbit"), amqpPort);
        this.postgres = startPostgres();
        broker.start();
    }

    private EmbeddedPostgres startPostgres() throws IOException {
        var init = new ClassPathResource("postgres/init.sql").getContentAsString(StandardCharsets.UTF_8);
        return EmbeddedPostgres.kept(directory.resolve("postgres"), postgresPort, init);
    }

    Addresses addresses() {
        return new Addresses(postgres.url(), postgres.password(), amqpPort, redis.port(), smtp.port(), smtp.page());
    }

    /** As {@code kill -9}: nothing is written any more. */
    void killBroker() {
        broker.kill();
    }

    void startBroker() throws IOException {
        broker.start();
    }

    /** As {@code pg_ctl stop -m immediate}: no farewell, and recovery at the next start. */
    void stopPostgres() throws IOException, InterruptedException {
        var pid = postmaster();
        var process = ProcessHandle.of(pid).orElseThrow();
        if (new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor() != 0) {
            throw new AssertionError("PostgreSQL cannot be stopped");
        }
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private long postmaster() {
        return JdbcClient.create(addresses().database())
                .sql("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::bigint")
                .query(Long.class)
                .single();
    }

    void startPostgresAgain() throws IOException {
        postgres = startPostgres();
    }

    @Override
    public void close() {
        postgres.close();
        redis.close();
        smtp.close();
        broker.kill();
    }
}
