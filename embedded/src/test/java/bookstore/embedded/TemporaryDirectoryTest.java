package bookstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.embedded.process.DirectoryLock;
import bookstore.embedded.redis.EmbeddedRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void what_a_killed_jvm_has_left_is_ended_and_deleted() throws Exception {
        var leftover = locked("bookstore-embedded-1");
        EmbeddedRedis.start(leftover.resolve("redis"), 0);
        var redis = ProcessHandle.of(Long.parseLong(
                        Files.readString(leftover.resolve("redis/pid")).strip()))
                .orElseThrow();

        TemporaryDirectory.create(temporary);

        assertThat(leftover).doesNotExist();
        assertThat(redis.isAlive()).isFalse();
    }

    @Test
    void what_a_living_jvm_uses_stays() throws Exception {
        var used = locked("bookstore-embedded-2");
        var lock = DirectoryLock.on(used);
        try {
            assertThat(TemporaryDirectory.create(temporary)).isDirectory();
            assertThat(used).isDirectory();
        } finally {
            lock.close();
        }
    }

    private Path locked(String name) throws Exception {
        var directory = temporary.resolve(name);
        DirectoryLock.on(directory).close();
        var before = FileTime.from(Instant.now().minus(Duration.ofMinutes(5)));
        Files.setLastModifiedTime(directory.resolve("lock"), before);
        return directory;
    }
}
