package bookstore.embedded;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.DirectoryLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/** The servers of one directory: each is started once and runs until the JVM ends, whatever contexts come and go. */
final class ServerSet {

    private static final Logger LOG = LoggerFactory.getLogger(ServerSet.class);
    private static final Map<Path, ServerSet> OPEN = new HashMap<>();

    /**
     * Programs are unpacked and started one after the other: a process that is begun meanwhile inherits the file that is
     * being written, which then cannot be executed ("Text file busy").
     */
    private static final Object PROGRAMS = new Object();

    private final Path directory;
    private final boolean temporary;
    private final DirectoryLock lock;
    private final Map<Part, CompletableFuture<Server>> servers = new HashMap<>();
    private boolean usedByApplications;

    private ServerSet(Path directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
        this.lock = lock(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeUnlessUsed, "embedded-servers-exit"));
    }

    /** The one of these settings' directory, or the temporary one of this JVM. */
    static synchronized ServerSet of(EmbeddedSettings settings) {
        var directory = settings.temporary()
                ? TemporaryDirectory.OF_THIS_JVM
                : settings.directory().toAbsolutePath().normalize();
        return OPEN.computeIfAbsent(directory, path -> new ServerSet(path, settings.temporary()));
    }

    Path directory() {
        return directory;
    }

    /** Ends the servers after the applications of this JVM, which need them until they are closed. */
    synchronized void outliveApplications() {
        if (!usedByApplications) {
            usedByApplications = true;
            SpringApplication.getShutdownHandlers().add(this::close);
        }
    }

    /**
     * Starts those of the parts that do not run yet, all at once.
     *
     * @return the parts' servers in the same order
     * @throws CannotStart with a line for each that failed
     */
    List<Server> start(List<Part> parts, EmbeddedSettings settings) {
        var started = parts.stream().map(part -> future(part, settings)).toList();
        var failures = started.stream()
                .map(ServerSet::failure)
                .filter(line -> !line.isEmpty())
                .toList();
        if (!failures.isEmpty()) {
            throw new CannotStart(String.join(System.lineSeparator(), failures));
        }
        return started.stream().map(CompletableFuture::join).toList();
    }

    private synchronized CompletableFuture<Server> future(Part part, EmbeddedSettings settings) {
        var place = new Place(directory.resolve(part.directory()), settings);
        return servers.computeIfAbsent(
                part, any -> CompletableFuture.supplyAsync(() -> start(part, place), ServerSet::execute));
    }

    /** Threads that a server starts are daemons like this one, so that a start that fails ends the process. */
    private static void execute(Runnable start) {
        var thread = new Thread(start, "embedded-server-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static Server start(Part part, Place place) {
        try {
            if (!part.isProgram()) {
                return part.start(place);
            }
            synchronized (PROGRAMS) {
                return part.start(place);
            }
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "%s. Change %s (0: any free port) or name a server of your own with %s."
                            .formatted(
                                    e.getMessage(),
                                    part.ports(),
                                    part.addresses().get(0)),
                    e);
        }
    }

    private static String failure(CompletableFuture<Server> server) {
        try {
            server.join();
            return "";
        } catch (CompletionException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }

    private static DirectoryLock lock(Path directory) {
        try {
            return DirectoryLock.on(directory);
        } catch (CannotStart e) {
            throw new CannotStart(e.getMessage() + ". Name another with bookstore.embedded.directory.", e);
        }
    }

    private synchronized void closeUnlessUsed() {
        if (!usedByApplications) {
            close();
        }
    }

    private synchronized void close() {
        servers.values().stream().filter(server -> failure(server).isEmpty()).forEach(ServerSet::close);
        lock.close();
        if (temporary) {
            TemporaryDirectory.delete(directory);
        }
    }

    private static void close(CompletableFuture<Server> server) {
        try {
            server.join().process().close();
        } catch (Exception e) {
            LOG.warn("An embedded server did not end as it should: {}", e.getMessage());
        }
    }
}
