package bookstore.basket.redis;

import bookstore.basket.BasketSettings;
import bookstore.basket.Baskets;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Where the baskets are. */
@Configuration(proxyBeanMethods = false)
public class BasketRedis {

    @Bean
    Baskets baskets(StringRedisTemplate redis, ObjectMapper json, BasketSettings settings) {
        return new RedisBaskets(redis, json, settings);
    }
}
