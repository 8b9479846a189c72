package bookstore.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server, and can fall silent: whoever comes then is let in, and hears nothing. */
final class Relay implements AutoCloseable {

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unheard = new AtomicInteger();
    private volatile boolean silent;

    Relay(int server) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getByName(Addresses.HOST));
        this.server = server;
        run(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void fallSilent() {
        silent = true;
    }

    /** Who is there already is thrown out, and hears nothing when he comes back. */
    void vanish() {
        fallSilent();
        open.forEach(Relay::close);
    }

    /** Who has been kept waiting is cut off. */
    void speakAgain() {
        silent = false;
        open.forEach(Relay::close);
    }

    /** How many came while it was silent. */
    int unheard() {
        return unheard.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                open.add(client);
                if (silent) {
                    unheard.incrementAndGet();
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // by either side
                continue;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var behind = new Socket(Addresses.HOST, server);
        open.add(behind);
        run(() -> copy(client, behind));
        run(() -> copy(behind, client));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // one side has left, and so must the other
            return;
        }
    }

    private static void run(Runnable task) {
        var thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // already
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(Relay::close);
    }
}
