package bookstore.chat.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the assistant remembers.
 *
 * @param memory after the last word
 */
@ConfigurationProperties("bookstore.chat")
public record ConversationSettings(@DefaultValue("24h") Duration memory) {}
