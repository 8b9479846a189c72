package bookstore.faults;

import com.rabbitmq.client.ConnectionFactory;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the servers are that a shop under test shares with it.
 *
 * @param url JDBC address
 * @param password of the superuser {@code postgres}, who sees all schemas
 * @param mails where the mails can be read
 */
record Addresses(String url, String password, int amqp, int redis, int smtp, String mails) {

    static final String HOST = "127.0.0.1";

    /** What points a shop at them. There is no vector index: no service that wants one is started. */
    Stream<String> settings() {
        return Stream.of(
                        "bookstore.database.url=" + url,
                        "spring.rabbitmq.host=" + HOST,
                        "spring.rabbitmq.port=" + amqp,
                        "spring.rabbitmq.username=guest",
                        "spring.rabbitmq.password=guest",
                        "spring.data.redis.host=" + HOST,
                        "spring.data.redis.port=" + redis,
                        "spring.mail.host=" + HOST,
                        "spring.mail.port=" + smtp,
                        "camel.component.qdrant.host=" + HOST)
                .map(setting -> "--" + setting);
    }

    DataSource database() {
        return new DriverManagerDataSource(url, "postgres", password);
    }

    ConnectionFactory broker() {
        var factory = new ConnectionFactory();
        factory.setHost(HOST);
        factory.setPort(amqp);
        return factory;
    }
}
