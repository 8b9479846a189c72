package bookstore.embedded.redis;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process with a Redis, to be killed. */
final class RedisProcess {

    private RedisProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedRedis.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        new CountDownLatch(1).await();
    }
}
