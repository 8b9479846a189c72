package bookstore.finance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the books are compared.
 *
 * @param grace how old something must be to be compared; longer than an order takes from its payment to its end
 */
@ConfigurationProperties("bookstore.finance.reconciliation")
public record ReconciliationSettings(@DefaultValue("10m") Duration grace) {}
