package bookstore.embedded;

import bookstore.embedded.postgres.EmbeddedPostgres;
import bookstore.embedded.process.DirectoryLock;
import bookstore.embedded.redis.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Where this JVM's throw-away servers are; what killed JVMs have left there is cleared away first. */
final class TemporaryDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryDirectory.class);
    private static final String PREFIX = "bookstore-embedded-";

    /** A directory without a lock may have been made just now, by a JVM that is about to lock it. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    static final Path OF_THIS_JVM = create(Path.of(System.getProperty("java.io.tmpdir")));

    private TemporaryDirectory() {}

    static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path create(Path temporary) {
        try {
            leftovers(temporary).forEach(TemporaryDirectory::clear);
            var directory = Files.createTempDirectory(temporary, PREFIX);
            // the user that PostgreSQL runs as has to pass through
            return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> leftovers(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> isSettled(file.resolve("lock")))
                    .toList();
        }
    }

    private static boolean isSettled(Path lock) {
        try {
            return Files.isWritable(lock)
                    && Files.getLastModifiedTime(lock)
                            .toInstant()
                            .isBefore(Instant.now().minus(SETTLED));
        } catch (IOException e) {
            // gone: its JVM has ended
            return false;
        }
    }

    private static void clear(Path leftover) {
        DirectoryLock.tryOn(leftover).ifPresent(lock -> {
            try (lock) {
                EmbeddedPostgres.endLeftover(leftover.resolve("postgres"));
                EmbeddedRedis.endLeftover(leftover.resolve("redis"));
                delete(leftover);
            } catch (IllegalStateException | UncheckedIOException e) {
                LOG.debug("{} stays: it is another user's", leftover, e);
            }
        });
    }
}
