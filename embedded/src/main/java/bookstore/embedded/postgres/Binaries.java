package bookstore.embedded.postgres;

import bookstore.embedded.process.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once for a user and a version. */
final class Binaries {

    private Binaries() {}

    /** The directory with {@code initdb}, {@code pg_ctl} and {@code postgres}, all of which that user can run. */
    static Path unpacked(RunAs user) {
        var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        // nobody cannot look into the home of root
        return Stream.of(caches.resolve("bookstore"), Path.of("/var/tmp/bookstore-" + System.getProperty("user.name")))
                .map(Binaries::unpacked)
                .filter(bin -> user.canRun(bin.resolve("postgres").toString(), "--version"))
                .findFirst()
                .orElseThrow(() -> new CannotStart("The embedded PostgreSQL cannot run on this machine as " + user));
    }

    private static Path unpacked(Path cache) {
        URL archive = archive();
        try {
            var home = cache.resolve("postgres-" + archive.openConnection().getContentLengthLong());
            if (!Files.isDirectory(home)) {
                Files.createDirectories(cache);
                var fresh = Files.createTempDirectory(cache, "unpacking-");
                unpack(archive, fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveUnlessThere(fresh, home);
            }
            return home.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + cache, e);
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-%s-%s.txz".formatted(system, processor);
        return Optional.ofNullable(Binaries.class.getResource(name))
                .orElseThrow(
                        () -> new CannotStart("The embedded PostgreSQL has no binaries for this machine: " + name));
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = entry.resolveIn(target);
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString((entry.getMode() & 1) == 1 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void moveUnlessThere(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home);
        } catch (IOException e) {
            // another process was quicker; what it unpacked is the same
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
