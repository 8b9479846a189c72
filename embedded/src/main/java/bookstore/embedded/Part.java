package bookstore.embedded;

import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.embedded.postgres.EmbeddedPostgres;
import bookstore.embedded.process.Loopback;
import bookstore.embedded.qdrant.EmbeddedQdrant;
import bookstore.embedded.redis.EmbeddedRedis;
import bookstore.embedded.smtp.EmbeddedSmtp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** A part of the infrastructure that can be embedded. */
enum Part {
    POSTGRES("PostgreSQL", "postgres-port", Part::postgres, "bookstore.database.url"),
    REDIS(
            "Redis",
            "redis-port",
            Part::redis,
            "spring.data.redis.host",
            "spring.data.redis.url",
            "spring.data.redis.cluster.nodes",
            "spring.data.redis.sentinel.nodes"),
    RABBIT("RabbitMQ", "rabbit-port", Part::rabbit, "spring.rabbitmq.host", "spring.rabbitmq.addresses"),
    QDRANT("Qdrant", "qdrant-port", Part::qdrant, "camel.component.qdrant.host"),
    SMTP("mail server", "smtp-port or mails-port", Part::smtp, "spring.mail.host");

    private final String product;
    private final String ports;
    private final Function<Place, Server> starter;
    private final List<String> addresses;

    Part(String product, String ports, Function<Place, Server> starter, String... addresses) {
        this.product = product;
        this.ports = ports;
        this.starter = starter;
        this.addresses = List.of(addresses);
    }

    String product() {
        return product;
    }

    /** The properties of which any says that the part is elsewhere; the first is the usual one. */
    List<String> addresses() {
        return addresses;
    }

    /** The settings of its ports. */
    String ports() {
        return "bookstore.embedded." + ports;
    }

    /** Whether it is a program of its own and not a part of this JVM. */
    boolean isProgram() {
        return this == POSTGRES || this == REDIS;
    }

    String directory() {
        return name().toLowerCase(Locale.ROOT);
    }

    Server start(Place place) {
        return starter.apply(place);
    }

    private static Server postgres(Place place) {
        int port = place.port(EmbeddedSettings::postgresPort);
        var postgres = place.settings().temporary()
                ? EmbeddedPostgres.temporary(place.directory(), port, initSql())
                : EmbeddedPostgres.kept(place.directory(), port, initSql());
        return new Server(
                postgres, Map.of("bookstore.database.url", postgres.url(), "bookstore.database.password", "bookstore"));
    }

    private static Server redis(Place place) {
        var redis = EmbeddedRedis.start(place.directory(), place.port(EmbeddedSettings::redisPort));
        return new Server(
                redis, Map.of("spring.data.redis.host", Loopback.HOST, "spring.data.redis.port", redis.port()));
    }

    private static Server rabbit(Place place) {
        var rabbit = EmbeddedRabbit.start(
                Loopback.HOST, place.port(EmbeddedSettings::rabbitPort), "guest", "guest", place.directory());
        return new Server(
                rabbit,
                Map.of(
                        "spring.rabbitmq.host",
                        Loopback.HOST,
                        "spring.rabbitmq.port",
                        rabbit.port(),
                        "spring.rabbitmq.username",
                        "guest",
                        "spring.rabbitmq.password",
                        "guest"));
    }

    private static Server qdrant(Place place) {
        var qdrant = EmbeddedQdrant.start(Loopback.HOST, place.port(EmbeddedSettings::qdrantPort), place.directory());
        return new Server(
                qdrant,
                Map.of("camel.component.qdrant.host", Loopback.HOST, "camel.component.qdrant.port", qdrant.port()));
    }

    private static Server smtp(Place place) {
        var smtp = EmbeddedSmtp.start(
                place.directory(), place.port(EmbeddedSettings::smtpPort), place.port(EmbeddedSettings::mailsPort));
        return new Server(
                smtp,
                Map.of(
                        "spring.mail.host", Loopback.HOST,
                        "spring.mail.port", smtp.port(),
                        "bookstore.embedded.mails-url", smtp.page()));
    }

    private static String initSql() {
        try {
            return new ClassPathResource("postgres/init.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
