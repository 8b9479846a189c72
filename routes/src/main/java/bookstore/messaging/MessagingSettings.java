package bookstore.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the listeners are.
 *
 * @param retryDelays how long a message that failed for a passing reason waits before each further attempt; after the
 *     last it becomes a dead letter
 * @param relayBatch how many messages the outbox relay publishes in one transaction, 1 to 1000
 * @param replayRate how many dead letters a second are brought back when many are, 1 to 1000
 */
@ConfigurationProperties("bookstore.messaging")
public record MessagingSettings(
        @DefaultValue({"200ms", "1s", "5s", "30s", "2m"}) List<Duration> retryDelays,
        @DefaultValue("100") int relayBatch,
        @DefaultValue("20") int replayRate) {

    static String retryQueue(Duration delay) {
        return "retry." + delay.toMillis() + "ms";
    }
}
