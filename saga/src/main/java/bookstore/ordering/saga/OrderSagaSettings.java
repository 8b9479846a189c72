package bookstore.ordering.saga;

import bookstore.saga.SagaSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order may take, and how its saga is watched.
 *
 * @param sagaTimeout after which an order that is not confirmed is given up; longer than a payment usually takes with
 *     all its retries
 */
@ConfigurationProperties("bookstore.ordering")
public record OrderSagaSettings(@DefaultValue("60s") Duration sagaTimeout, @DefaultValue SagaSettings saga) {}
