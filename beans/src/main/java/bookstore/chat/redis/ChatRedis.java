package bookstore.chat.redis;

import bookstore.chat.Conversations;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Chat's part of Redis. */
@Configuration(proxyBeanMethods = false)
public class ChatRedis {

    @Bean
    Conversations conversations(StringRedisTemplate redis, ObjectMapper json, ConversationSettings settings) {
        return new RedisConversations(redis, json, settings.memory());
    }
}
