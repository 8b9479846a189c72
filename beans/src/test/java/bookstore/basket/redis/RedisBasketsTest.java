package bookstore.basket.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.basket.Basket;
import bookstore.basket.BasketLine;
import bookstore.basket.BasketSettings;
import bookstore.basket.Owner;
import bookstore.embedded.redis.EmbeddedRedis;
import bookstore.shared.Refusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisBasketsTest {

    private static final BasketSettings SETTINGS = new BasketSettings("EUR", Duration.ofDays(30), Duration.ofDays(7));

    @TempDir
    private static Path directory;

    private static EmbeddedRedis server;
    private static LettuceConnectionFactory connections;
    private static StringRedisTemplate redis;

    private final Owner owner = Owner.user(UUID.randomUUID().toString());
    private final RedisBaskets baskets = new RedisBaskets(redis, new ObjectMapper(), SETTINGS);

    @BeforeAll
    static void start() {
        server = EmbeddedRedis.start(directory, 0);
        connections = connect(server.port());
        redis = new StringRedisTemplate(connections);
    }

    @AfterAll
    static void stop() {
        connections.destroy();
        server.close();
    }

    @Test
    void a_basket_is_found_as_it_was_left() {
        var basket = basket(1, 3);

        assertThat(baskets.find(owner)).isEmpty();
        assertThat(baskets.replace(owner, Optional.empty(), basket)).isTrue();
        assertThat(baskets.find(owner)).contains(basket);
    }

    @Test
    void a_change_that_another_has_come_before_is_not_made() {
        baskets.replace(owner, Optional.empty(), basket(1, 3));
        baskets.replace(owner, Optional.of(basket(1, 3)), basket(2, 4));

        assertThat(baskets.replace(owner, Optional.of(basket(1, 3)), basket(2, 9)))
                .isFalse();
        assertThat(baskets.replace(owner, Optional.empty(), basket(1, 9))).isFalse();
        assertThat(baskets.remove(owner, basket(1, 3))).isFalse();
        assertThat(baskets.find(owner)).contains(basket(2, 4));
        assertThat(baskets.remove(owner, basket(2, 4))).isTrue();
        assertThat(baskets.find(owner)).isEmpty();
    }

    @Test
    void of_many_who_change_a_basket_at_once_one_comes_first() {
        baskets.replace(owner, Optional.empty(), basket(1, 1));

        var winners = IntStream.rangeClosed(1, 50)
                .parallel()
                .filter(quantity -> baskets.replace(owner, Optional.of(basket(1, 1)), basket(2, quantity)))
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void a_look_begins_the_time_anew_and_guests_are_given_less_of_it() {
        var guest = Owner.guest(UUID.randomUUID().toString());
        baskets.replace(owner, Optional.empty(), basket(1, 1));
        baskets.replace(guest, Optional.empty(), basket(1, 1));
        assertThat(daysLeft(owner)).isEqualTo(29);
        assertThat(daysLeft(guest)).isEqualTo(6);

        redis.expire("basket:" + owner.name(), Duration.ofHours(1));
        baskets.find(owner);

        assertThat(daysLeft(owner)).isEqualTo(29);
    }

    @Test
    void a_redis_that_is_away_is_no_empty_basket() {
        var nowhere = connect(1);
        try {
            var away = new RedisBaskets(new StringRedisTemplate(nowhere), new ObjectMapper(), SETTINGS);

            assertThatThrownBy(() -> away.find(owner))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
        } finally {
            nowhere.destroy();
        }
    }

    private long daysLeft(Owner whose) {
        return Duration.ofSeconds(redis.getExpire("basket:" + whose.name()) - 1).toDays();
    }

    private static Basket basket(long version, int quantity) {
        return new Basket("b-1", version, List.of(new BasketLine(new UUID(7, 1), quantity, 1290, "EUR")));
    }

    private static LettuceConnectionFactory connect(int port) {
        var factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("localhost", port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
