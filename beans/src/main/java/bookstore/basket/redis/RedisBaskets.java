package bookstore.basket.redis;

import bookstore.basket.Basket;
import bookstore.basket.BasketSettings;
import bookstore.basket.Baskets;
import bookstore.basket.Owner;
import bookstore.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** One JSON value a basket; a script compares and sets, so that two who change it at once do not undo each other. */
class RedisBaskets implements Baskets {

    private static final Logger LOG = LoggerFactory.getLogger(RedisBaskets.class);

    private static final RedisScript<Long> REPLACE = RedisScript.of(
            """
            local present = redis.call('GET', KEYS[1])
            local found = ''
            if present then
              local basket = cjson.decode(present)
              found = basket.id .. ' ' .. string.format('%d', basket.version)
            end
            if found ~= ARGV[1] then return 0 end
            if ARGV[2] == '' then
              redis.call('DEL', KEYS[1])
            else
              redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            end
            return 1
            """,
            Long.class);

    private final StringRedisTemplate redis;
    private final ObjectMapper json;
    private final BasketSettings settings;

    RedisBaskets(StringRedisTemplate redis, ObjectMapper json, BasketSettings settings) {
        this.redis = redis;
        this.json = json;
        this.settings = settings;
    }

    @Override
    public Optional<Basket> find(Owner owner) {
        var value = reach(() -> redis.opsForValue().getAndExpire(key(owner), keeps(owner)));
        return Optional.ofNullable(value).map(this::read);
    }

    @Override
    public boolean replace(Owner owner, Optional<Basket> found, Basket wanted) {
        return compareAndSet(owner, found.map(RedisBaskets::stamp).orElse(""), write(wanted));
    }

    @Override
    public boolean remove(Owner owner, Basket found) {
        return compareAndSet(owner, stamp(found), "");
    }

    @Override
    public Duration keeps(Owner owner) {
        return owner.guest() ? settings.keepGuests() : settings.keepUsers();
    }

    private boolean compareAndSet(Owner owner, String stamp, String value) {
        var millis = Long.toString(keeps(owner).toMillis());
        return Long.valueOf(1).equals(reach(() -> redis.execute(REPLACE, List.of(key(owner)), stamp, value, millis)));
    }

    private static String stamp(Basket basket) {
        return basket.id() + " " + basket.version();
    }

    private static String key(Owner owner) {
        return "basket:" + owner.name();
    }

    private <T> T reach(Supplier<T> work) {
        try {
            return work.get();
        } catch (NestedRuntimeException e) {
            LOG.warn("Baskets out of reach cause={}", e.toString());
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "unavailable", "The baskets cannot be reached for the moment");
        }
    }

    private Basket read(String value) {
        try {
            return json.readValue(value, Basket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that is no basket", e);
        }
    }

    private String write(Basket basket) {
        try {
            return json.writeValueAsString(basket);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a basket that is no value", e);
        }
    }
}
