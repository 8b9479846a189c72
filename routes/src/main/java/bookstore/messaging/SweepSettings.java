package bookstore.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is remembered what was told and heard.
 *
 * @param keep of what was published, 1 day at least; what was heard is remembered a week longer. Longer than any message
 *     can be under way or lie in a queue: one that comes again later is handled again
 */
@ConfigurationProperties("bookstore.messaging.sweep")
public record SweepSettings(@DefaultValue("30d") Duration keep) {}
