package bookstore.faults;

import static org.awaitility.Awaitility.await;

import bookstore.stories.Shop;
import bookstore.stories.ShopProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts a process of the shop again whenever it has ended, as an orchestrator does. */
final class Keeper implements AutoCloseable {

    private final ShopProcess process;
    private final String[] settings;
    private final AtomicReference<@Nullable Shop> open = new AtomicReference<>();
    private final Thread thread = new Thread(this::keep, "keeper");
    private volatile boolean closed;

    Keeper(Path directory, Path identity, String services, Stream<String> settings) throws Exception {
        this.process = new ShopProcess(
                Files.createDirectories(directory),
                identity,
                new ShopProcess.Program(List.of("bookstore.Bookstore"), "/api/openapi.json"));
        this.settings = Stream.concat(settings, Stream.of("--bookstore.services=" + services))
                .toArray(String[]::new);
        thread.setDaemon(true);
        thread.start();
    }

    private void keep() {
        while (!closed) {
            try {
                if (!process.isAlive()) {
                    open.set(null);
                    open.set(process.start(settings));
                }
                await().forever().until(() -> closed || !process.isAlive());
            } catch (Exception | AssertionError again) {
                // killed while it was starting, or it has not opened
                open.set(null);
                kill();
            }
        }
    }

    /** Waits until it is open. */
    Shop shop() {
        return await().atMost(Patience.PATIENCE).until(open::get, shop -> shop != null);
    }

    /** @return false if it was not there to be killed */
    boolean kill() {
        if (!process.isAlive()) {
            return false;
        }
        process.kill();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        process.close();
    }
}
