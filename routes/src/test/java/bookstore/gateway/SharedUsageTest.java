package bookstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.embedded.redis.EmbeddedRedis;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Gateways count together as long as they can. */
class SharedUsageTest {

    private static final long WINDOW = Duration.ofMinutes(5).toMillis();

    @Test
    void gateways_count_together_and_alone_while_redis_is_away(@TempDir Path directory) {
        var redis = EmbeddedRedis.start(directory, 0);
        var connections = connect(redis.port());
        try {
            var one = new SharedUsage(new StringRedisTemplate(connections));
            var other = new SharedUsage(new StringRedisTemplate(connections));

            assertThat(one.add("user:alice", WINDOW)).isEqualTo(1);
            assertThat(other.add("user:alice", WINDOW)).isEqualTo(2);
            assertThat(other.add("user:bob", WINDOW)).isEqualTo(1);
            assertThat(new StringRedisTemplate(connections).getExpire("gateway:user:alice"))
                    .isPositive();

            redis.close();

            assertThat(one.add("user:alice", WINDOW)).isEqualTo(1);
            assertThat(one.add("user:alice", WINDOW)).isEqualTo(2);
        } finally {
            connections.destroy();
            redis.close();
        }
    }

    private static LettuceConnectionFactory connect(int port) {
        var connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
