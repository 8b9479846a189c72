package bookstore.catalog.redis;

import bookstore.catalog.search.Leases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The catalogue's part of Redis. */
@Configuration(proxyBeanMethods = false)
public class CatalogRedis {

    @Bean
    Leases leases(StringRedisTemplate redis) {
        return new RedisLeases(redis);
    }
}
