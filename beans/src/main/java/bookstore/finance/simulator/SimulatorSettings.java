package bookstore.finance.simulator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated provider behaves.
 *
 * @param timeout after which a caller gives up on an answer that never comes
 * @param slow how long {@code tok_slow} takes
 * @param late how long after the first request {@code tok_late} is captured; longer than an order waits
 * @param tell URL to which it tells by itself what has happened, such as
 *     {@code http://localhost:8080/api/payments/webhook}; empty if it waits to be asked
 */
@ConfigurationProperties("bookstore.finance.simulator")
public record SimulatorSettings(
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("3s") Duration slow,
        @DefaultValue("90s") Duration late,
        @DefaultValue("") String tell) {}
