package bookstore.operations;

import bookstore.shared.postgres.ContextDatabase;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The parts that more than one context works with. */
final class UsualParts {

    private static final int PATIENCE_SECONDS = 2;

    private UsualParts() {}

    static Part database(ContextDatabase database) {
        return Part.needed("postgres-" + database.context(), () -> askDatabase(database.dataSource()));
    }

    private static void askDatabase(DataSource source) throws Exception {
        try (var connection = source.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new SQLTransientConnectionException("the connection is dead");
            }
        }
    }

    /** @param needed where messages are all that this process lives on */
    static Part broker(ConnectionFactory broker, boolean needed) {
        return new Part("broker", needed, () -> broker.createConnection()
                .createChannel(false)
                .close());
    }

    static Part redis(RedisConnectionFactory redis) {
        return Part.helpful("redis", () -> {
            try (var connection = redis.getConnection()) {
                connection.ping();
            }
        });
    }
}
