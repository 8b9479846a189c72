package bookstore.embedded.amqp;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stand-in for RabbitMQ, for development and tests only. It speaks the AMQP 0-9-1 dialect of RabbitMQ 3.x as far as
 * a shop needs it and keeps a journal, so that a killed process loses nothing that was confirmed. The same contract
 * tests run against it and against the real server; where they differ, the real one is right.
 *
 * <p>It does not have: streams, policies, the management interface, virtual hosts other than {@code /}, TLS,
 * priorities of quorum queues, memory limits, connection.blocked, clustering, fsync.
 */
public final class EmbeddedRabbit implements AutoCloseable {

    private final ServerSocket listener;
    private final Broker broker;
    private final Handshake.Credentials credentials;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private EmbeddedRabbit(ServerSocket listener, Broker broker, Handshake.Credentials credentials) {
        this.listener = listener;
        this.broker = broker;
        this.credentials = credentials;
    }

    /**
     * Starts a broker with what its journal holds.
     *
     * @param port 0 for any that is free
     * @param journalDirectory used by one broker at a time
     * @throws IllegalStateException if the port or the directory is taken
     */
    public static EmbeddedRabbit start(String host, int port, String user, String password, Path journalDirectory) {
        ServerSocket listener = listen(host, port);
        try {
            var broker = new Broker(journalDirectory);
            var rabbit = new EmbeddedRabbit(listener, broker, new Handshake.Credentials(user, password));
            start("amqp-listener-" + rabbit.port(), rabbit::listen);
            return rabbit;
        } catch (RuntimeException e) {
            close(listener);
            throw e;
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Ends all connections; what is durable is there again after the next start. */
    @Override
    public void close() {
        close(listener);
        List.copyOf(connections).forEach(Connection::shutDown);
        broker.close();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start("amqp-reader-" + socket.getPort(), () -> serve(socket));
            } catch (IOException e) {
                // closed from this side, or a client that left before it was let in
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            var connection = new Connection(new Line(socket), broker, credentials);
            connections.add(connection);
            try {
                connection.serve();
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            // the client has vanished; what it held has gone back
            close(socket);
        }
    }

    private static void start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket listen(String host, int port) {
        try {
            var listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(host, port));
            return listener;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The embedded RabbitMQ cannot listen on %s:%d (%s)".formatted(host, port, e.getMessage()), e);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
