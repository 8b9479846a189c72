package bookstore.embedded.qdrant;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.DirectoryLock;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for Qdrant, for development and tests only. It answers the calls of Qdrant's gRPC API that a catalogue
 * search makes, errors included, searches exactly, and keeps a journal, so that a killed process loses nothing that
 * was answered. The same contract tests run against it and against the real server; where they differ, the real one
 * is right. {@code docs/embedded-qdrant.md} says what it has.
 */
public final class EmbeddedQdrant implements AutoCloseable {

    private static final int SECONDS_TO_FINISH = 5;

    private final Server server;
    private final Registry registry;
    private final DirectoryLock lock;

    private EmbeddedQdrant(Server server, Registry registry, DirectoryLock lock) {
        this.server = server;
        this.registry = registry;
        this.lock = lock;
    }

    /**
     * Starts a server with what its directory holds.
     *
     * @param host an address of this machine's loopback, because there is no password
     * @param port 0 for any that is free
     * @param directory used by one server at a time
     * @throws IllegalArgumentException if others could reach the address
     * @throws CannotStart if the port or the directory is taken
     */
    public static EmbeddedQdrant start(String host, int port, Path directory) {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("The embedded Qdrant listens on loopback only, not on " + host);
        }
        DirectoryLock lock = DirectoryLock.on(directory);
        try {
            Registry registry = Registry.open(directory);
            try {
                return new EmbeddedQdrant(listen(address, registry), registry, lock);
            } catch (RuntimeException e) {
                registry.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Lets the calls under way finish; everything answered is there again after the next start. */
    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                server.shutdownNow().awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            registry.close();
            lock.close();
        }
    }

    private static Server listen(InetSocketAddress address, Registry registry) {
        try {
            return NettyServerBuilder.forAddress(address)
                    .maxInboundMessageSize(Integer.MAX_VALUE)
                    .addService(new QdrantService())
                    .addService(new HealthService())
                    .addService(new CollectionsService(registry))
                    .addService(new PointsService(registry))
                    .build()
                    .start();
        } catch (IOException e) {
            throw new CannotStart(
                    "The embedded Qdrant cannot listen on %s:%d (%s); is another one running?"
                            .formatted(address.getHostString(), address.getPort(), e.getMessage()),
                    e);
        }
    }
}
