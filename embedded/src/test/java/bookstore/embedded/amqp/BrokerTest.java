package bookstore.embedded.amqp;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A check that holds for every broker: the embedded one always, a real RabbitMQ where {@code RABBITMQ_URL} names it. */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Brokers.class)
@interface BrokerTest {}
