package bookstore.embedded;

import bookstore.embedded.postgres.EmbeddedPostgres;
import bookstore.embedded.process.DirectoryLock;
import bookstore.embedded.redis.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Where this JVM's throw-away servers are; what killed JVMs have left there is cleared away first. */
final class TemporaryDirectory {

    static final Path OF_THIS_JVM = create();
    private static final String PREFIX = "bookstore-embedded-";

    private TemporaryDirectory() {}

    static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path create() {
        try {
            leftovers(Path.of(System.getProperty("java.io.tmpdir"))).forEach(TemporaryDirectory::clear);
            var directory = Files.createTempDirectory(PREFIX);
            // the user that PostgreSQL runs as has to pass through
            return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> leftovers(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> Files.isWritable(file.resolve("lock")))
                    .toList();
        }
    }

    private static void clear(Path leftover) {
        DirectoryLock.tryOn(leftover).ifPresent(lock -> {
            try (lock) {
                EmbeddedPostgres.endLeftover(leftover.resolve("postgres"));
                EmbeddedRedis.endLeftover(leftover.resolve("redis"));
                delete(leftover);
            }
        });
    }
}
