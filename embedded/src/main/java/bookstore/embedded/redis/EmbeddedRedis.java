package bookstore.embedded.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.Command;
import bookstore.embedded.process.Loopback;
import bookstore.embedded.process.PidFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * The real Redis in a process of its own, on loopback only, with its data appended to a file every second. It outlives
 * the process that started it if that is killed; the next start on the same directory ends it first.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

    private final Process process;
    private final int port;

    private EmbeddedRedis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a Redis with what its directory holds.
     *
     * @param directory used by one Redis at a time
     * @param port 0 for any that is free
     * @throws CannotStart with one line that says why
     */
    public static EmbeddedRedis start(Path directory, int port) {
        endLeftover(directory);
        int free = Loopback.free("Redis", port);
        try {
            Files.createDirectories(directory);
            Process process = new ProcessBuilder(command(directory.toAbsolutePath(), free))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            awaitReady(new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
            return new EmbeddedRedis(process, free);
        } catch (IOException e) {
            throw new CannotStart("The embedded Redis cannot run on this machine: " + e.getMessage(), e);
        }
    }

    /** Ends what a killed process has left running in the directory. */
    public static void endLeftover(Path directory) {
        new PidFile(directory.resolve("pid"), "redis-server").end();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        PidFile.end(process.toHandle());
    }

    private static List<String> command(Path directory, int port) throws IOException {
        var program =
                ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
        var command = new ArrayList<String>();
        if (Command.succeeds(List.of("setsid", "true"))) {
            // else Ctrl-C in a terminal would end it before those who still use it
            command.add("setsid");
        }
        command.addAll(List.of(program.toString(), "--bind", Loopback.HOST, "--port", String.valueOf(port)));
        command.addAll(List.of(
                "--dir",
                directory.toString(),
                "--pidfile",
                directory.resolve("pid").toString()));
        command.addAll(List.of("--appendonly", "yes", "--save", ""));
        return command;
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        var said = new ArrayList<String>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains("Ready to accept connections")) {
                var reader = new Thread(() -> logAll(output), "redis-output");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new CannotStart("The embedded Redis does not start: " + String.join(" / ", said));
    }

    private static void logAll(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                LOG.debug(line);
            }
        } catch (IOException e) {
            LOG.debug("Redis has ended", e);
        }
    }
}
