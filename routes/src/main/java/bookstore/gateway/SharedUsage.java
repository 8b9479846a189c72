package bookstore.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Counts in Redis, so that all gateways count together; while Redis is away each counts for itself. */
final class SharedUsage implements Usage {

    private static final Logger LOG = LoggerFactory.getLogger(SharedUsage.class);
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();
    private static final RedisScript<Long> ADD = RedisScript.of(
            """
            local count = redis.call('incr', KEYS[1])
            if count == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
            return count
            """,
            Long.class);

    private final StringRedisTemplate redis;
    private final Usage alone = new LocalUsage();
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

    SharedUsage(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public long add(String key, long windowMillis) {
        if (System.nanoTime() - awayUntil.get() < 0) {
            return alone.add(key, windowMillis);
        }
        try {
            return redis.execute(ADD, List.of("gateway:" + key), Long.toString(windowMillis));
        } catch (DataAccessException e) {
            awayUntil.set(System.nanoTime() + PAUSE);
            LOG.warn("Limits are counted here only, Redis is away cause={}", e.toString());
            return alone.add(key, windowMillis);
        }
    }
}
