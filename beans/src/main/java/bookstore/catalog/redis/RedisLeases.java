package bookstore.catalog.redis;

import bookstore.catalog.search.Leases;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A key that ends by itself; no fence, since the work is only to be spared. */
class RedisLeases implements Leases {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLeases.class);

    private final StringRedisTemplate redis;

    RedisLeases(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public boolean take(String work, Duration time) {
        try {
            return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent("catalog:lease:" + work, "", time));
        } catch (DataAccessException e) {
            LOG.debug("No lease work={}", work, e);
            return false;
        }
    }
}
