package bookstore.catalog.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server, which can be cut, held and mended. */
final class Wire {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final int target;
    private volatile boolean cut;
    private volatile boolean held;

    Wire(int target) {
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = target;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Who is connected is thrown out, and nobody comes in. */
    void cut() {
        cut = true;
        open.forEach(Wire::close);
    }

    /** Nothing arrives any more, and nobody is told. */
    void hold() {
        held = true;
    }

    /** What was held is lost; who comes anew comes through. */
    void mend() {
        open.forEach(Wire::close);
        cut = false;
        held = false;
    }

    private void accept() {
        while (true) {
            try {
                var client = door.accept();
                if (cut) {
                    close(client);
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(client);
                    open.add(server);
                    start(() -> copy(client, server));
                    start(() -> copy(server, client));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!held) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // one side has gone
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
