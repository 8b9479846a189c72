package bookstore.embedded;

import bookstore.embedded.amqp.EmbeddedRabbit;
import bookstore.embedded.postgres.EmbeddedPostgres;
import bookstore.embedded.process.Loopback;
import bookstore.embedded.redis.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.core.io.ClassPathResource;

/** A part of the infrastructure that can be embedded. */
enum Part {
    POSTGRES("PostgreSQL", EmbeddedSettings::postgresPort, Part::postgres, "bookstore.database.url"),
    REDIS(
            "Redis",
            EmbeddedSettings::redisPort,
            Part::redis,
            "spring.data.redis.host",
            "spring.data.redis.url",
            "spring.data.redis.cluster.nodes",
            "spring.data.redis.sentinel.nodes"),
    RABBIT("RabbitMQ", EmbeddedSettings::rabbitPort, Part::rabbit, "spring.rabbitmq.host", "spring.rabbitmq.addresses");

    private final String product;
    private final ToIntFunction<EmbeddedSettings> port;
    private final Function<Place, Server> starter;
    private final List<String> addresses;

    Part(String product, ToIntFunction<EmbeddedSettings> port, Function<Place, Server> starter, String... addresses) {
        this.product = product;
        this.port = port;
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

    String directory() {
        return name().toLowerCase(Locale.ROOT);
    }

    String portProperty() {
        return "bookstore.embedded." + directory() + "-port";
    }

    int port(EmbeddedSettings settings) {
        return port.applyAsInt(settings);
    }

    Server start(Place place) {
        return starter.apply(place);
    }

    private static Server postgres(Place place) {
        var postgres = place.temporary()
                ? EmbeddedPostgres.temporary(place.directory(), place.port(), initSql())
                : EmbeddedPostgres.kept(place.directory(), place.port(), initSql());
        return new Server(
                postgres, Map.of("bookstore.database.url", postgres.url(), "bookstore.database.password", "bookstore"));
    }

    private static Server redis(Place place) {
        var redis = EmbeddedRedis.start(place.directory(), place.port());
        return new Server(
                redis, Map.of("spring.data.redis.host", Loopback.HOST, "spring.data.redis.port", redis.port()));
    }

    private static Server rabbit(Place place) {
        var rabbit = EmbeddedRabbit.start(Loopback.HOST, place.port(), "guest", "guest", place.directory());
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

    private static String initSql() {
        try {
            return new ClassPathResource("postgres/init.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
