package bookstore.operations;

import bookstore.shared.postgres.ContextDatabase;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.util.StringUtils;

/** The parts that are other servers, of which each process watches those that its services work with. */
final class UsualParts {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Environment environment;
    private final Set<String> services;

    UsualParts(Environment environment) {
        this.environment = environment;
        this.services = StringUtils.commaDelimitedListToSet(
                environment.getProperty("bookstore.services", "all").replace(" ", ""));
    }

    static Part database(ContextDatabase database) {
        return Part.needed("postgres-" + database.context(), () -> askDatabase(database.dataSource()));
    }

    private static void askDatabase(DataSource source) throws Exception {
        try (var connection = source.getConnection()) {
            if (!connection.isValid(Math.toIntExact(PATIENCE.toSeconds()))) {
                throw new SQLTransientConnectionException("the connection is dead");
            }
        }
    }

    /** @param needed where messages are all that this process lives on */
    static Part broker(ConnectionFactory broker, boolean needed) {
        return new Part("broker", needed, false, () -> broker.createConnection()
                .createChannel(false)
                .close());
    }

    /** What is missed while it is away. */
    List<Part> helpful(Stream<RedisConnectionFactory> redis) {
        var parts = new ArrayList<Part>();
        if (isUsed("catalog", "basket", "chat")) {
            redis.map(UsualParts::redis).forEach(parts::add);
        }
        if (isUsed("catalog")) {
            parts.add(server("qdrant", "camel.component.qdrant.host", "camel.component.qdrant.port", 6334));
        }
        if (isUsed("notification")) {
            parts.add(server("mail", "spring.mail.host", "spring.mail.port", 25));
        }
        if (isUsed("chat") && "ollama".equals(environment.getProperty("bookstore.chat.provider"))) {
            var model = URI.create(environment.getProperty("bookstore.chat.ollama.url", "http://localhost:11434"));
            parts.add(Part.helpful("model", () -> connect(model.getHost(), model.getPort())));
        }
        return parts;
    }

    private boolean isUsed(String... by) {
        return services.contains("all") || Stream.of(by).anyMatch(services::contains);
    }

    private static Part redis(RedisConnectionFactory redis) {
        return Part.helpful("redis", () -> {
            try (var connection = redis.getConnection()) {
                connection.ping();
            }
        });
    }

    private Part server(String name, String host, String port, int usualPort) {
        return Part.helpful(
                name,
                () -> connect(
                        environment.getProperty(host, "localhost"),
                        environment.getProperty(port, Integer.class, usualPort)));
    }

    private static void connect(String host, int port) throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(PATIENCE.toMillis()));
        }
    }
}
