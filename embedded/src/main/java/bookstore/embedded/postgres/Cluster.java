package bookstore.embedded.postgres;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one PostgreSQL and what its programs do with them. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private final RunAs user;
    private final Path bin;
    private final Path home;

    private Cluster(RunAs user, Path bin, Path home) {
        this.user = user;
        this.bin = bin;
        this.home = home;
    }

    static Cluster in(Path directory, RunAs user) {
        return new Cluster(user, Binaries.unpacked(user), home(directory.toAbsolutePath(), user));
    }

    /** Where the user of the database cannot go, it gets a place of its own. */
    private static Path home(Path directory, RunAs user) {
        if (isReached(directory, user)) {
            return directory;
        }
        var other = Path.of("/var/tmp/bookstore-postgres-" + Integer.toHexString(directory.hashCode()));
        if (!isReached(other, user)) {
            throw new CannotStart("The embedded PostgreSQL cannot write to %s nor %s".formatted(directory, other));
        }
        LOG.info("PostgreSQL runs as nobody, who cannot reach {}; its data is in {}", directory, other);
        return other;
    }

    private static boolean isReached(Path directory, RunAs user) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        user.own(directory);
        return user.canRun("test", "-w", directory.toString());
    }

    /** Creates the database with a random password, unless it is there. */
    void createUnlessThere() {
        if (Files.isDirectory(home.resolve("data"))) {
            return;
        }
        try {
            var half = home.resolve("data.new");
            // left by a start that was killed
            user.run("rm", "-rf", half.toString());
            Files.writeString(passwordFile(), randomPassword());
            user.own(home);
            user.run("chmod", "600", passwordFile().toString());
            user.run(
                    program("initdb"),
                    "--pgdata=" + half,
                    "--username=postgres",
                    "--pwfile=" + passwordFile(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8");
            Files.move(half, home.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(int port, String options) {
        var log = home.resolve("postgres.log");
        var all = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' %s".formatted(port, options);
        try {
            user.run(program("pg_ctl"), "start", "-D", data(), "-w", "-t", "60", "-l", log.toString(), "-o", all);
        } catch (CannotStart e) {
            throw new CannotStart("The embedded PostgreSQL does not start: " + end(log), e);
        }
    }

    /** What it said last; the file itself is gone when a temporary one is cleared away. */
    private static String end(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "%s cannot be read (%s)".formatted(log, e);
        }
    }

    /** Ends it, if it runs, whoever has started it; its clients' transactions are rolled back. */
    void stop() {
        if (new PidFile(home.resolve("data/postmaster.pid"), "postgres")
                .running()
                .isPresent()) {
            user.run(program("pg_ctl"), "stop", "-D", data(), "-w", "-m", "fast");
        }
    }

    /** Of the superuser {@code postgres}. */
    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private String program(String name) {
        return bin.resolve(name).toString();
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
