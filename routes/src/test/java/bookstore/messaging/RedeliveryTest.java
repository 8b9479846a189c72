package bookstore.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.shared.PermanentFailure;
import bookstore.shared.Refusal;
import bookstore.shared.Refusal.Kind;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/** Where a message goes that could not be handled. */
class RedeliveryTest {

    private static final String QUEUE = "finance.order.created";

    private final Redelivery redelivery =
            new Redelivery(new MessagingSettings(List.of(Duration.ofMillis(200), Duration.ofSeconds(1)), 100, 20));
    private final Exchange message =
            ExchangeBuilder.anExchange(new DefaultCamelContext()).build();

    @Test
    void each_attempt_waits_longer_until_the_message_is_a_dead_letter() {
        assertThat(fails(new IllegalStateException("away"))).isEqualTo("retry.200ms " + QUEUE);
        assertThat(expiration()).isBetween(160L, 200L);
        assertThat(attempt()).isEqualTo(2);
        assertThat(fails(new IllegalStateException("away"))).isEqualTo("retry.1000ms " + QUEUE);
        assertThat(expiration()).isBetween(800L, 1000L);
        assertThat(attempt()).isEqualTo(3);

        assertThat(fails(new IllegalStateException("away"))).isEqualTo("default " + QUEUE + ".dead");

        assertThat(attempt()).isEqualTo(3);
        assertThat(message.getMessage().getHeader(SpringRabbitMQConstants.EXPIRATION))
                .isNull();
        assertThat(message.getMessage().getHeader(MessageHeaders.FAILURE_CAUSE))
                .isEqualTo("IllegalStateException: away");
        assertThat(message.getMessage().getHeader(MessageHeaders.FAILURE_ROUTE)).isEqualTo("finance-on-order-created");
        assertThat(message.getMessage().getBody()).isEqualTo("as it came");
    }

    @Test
    void what_can_never_be_handled_is_a_dead_letter_at_once() {
        assertThat(fails(new PermanentFailure("no"))).isEqualTo("default " + QUEUE + ".dead");
        assertThat(fails(new IllegalStateException(new Refusal(Kind.CONFLICT, "no", "No"))))
                .isEqualTo("default " + QUEUE + ".dead");
        assertThat(fails(new Refusal(Kind.UNAVAILABLE, "later", "Later"))).isEqualTo("retry.200ms " + QUEUE);
    }

    @Test
    void while_the_store_is_away_the_last_attempt_is_never_used_up() {
        var away = new IllegalStateException(new CannotCreateTransactionException("away"));
        assertThat(fails(away)).isEqualTo("retry.200ms " + QUEUE);
        for (var hour = 0; hour < 20; hour++) {
            assertThat(fails(away)).isEqualTo("retry.1000ms " + QUEUE);
            assertThat(attempt()).isEqualTo(2);
        }
        assertThat(fails(new IllegalStateException("back, and failed"))).isEqualTo("retry.1000ms " + QUEUE);
        assertThat(fails(new Refusal(Kind.UNAVAILABLE, "unavailable", "The baskets are away")))
                .isEqualTo("retry.1000ms " + QUEUE);
        assertThat(fails(new IllegalStateException("back, and failed"))).isEqualTo("default " + QUEUE + ".dead");
    }

    private String fails(Exception why) {
        message.setVariable(Redelivery.QUEUE, QUEUE);
        message.setVariable("payload", "as it came");
        message.setProperty(Exchange.EXCEPTION_CAUGHT, why);
        redelivery.process(message);
        return header(SpringRabbitMQConstants.EXCHANGE_OVERRIDE_NAME) + " "
                + header(SpringRabbitMQConstants.ROUTING_OVERRIDE_KEY);
    }

    private int attempt() {
        return message.getMessage().getHeader(MessageHeaders.ATTEMPT, Integer.class);
    }

    private long expiration() {
        return Long.parseLong(header(SpringRabbitMQConstants.EXPIRATION));
    }

    private String header(String name) {
        return message.getMessage().getHeader(name, String.class);
    }
}
