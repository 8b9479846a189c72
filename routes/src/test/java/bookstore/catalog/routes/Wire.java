package bookstore.catalog.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A wire to a server, which can fail in the ways that wires and servers do. */
final class Wire {

    /** What may be wrong with it. */
    enum Fault {
        NONE,
        /** Who is connected is thrown out, and nobody comes in. */
        CUT,
        /** Whoever connects gets in, but nothing arrives any more, and nobody is told. */
        HELD,
        /** Each answer comes later than anybody waits. */
        SLOW,
        /** The answers are other bytes than those that were sent. */
        GARBLED
    }

    private static final Duration LATE = Duration.ofSeconds(3);

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Random random = new Random(7);
    private final ServerSocket door;
    private final int target;
    private volatile Fault fault = Fault.NONE;

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

    /** From now on; what is on the way is lost where the wire is cut or mended. */
    void suffer(Fault now) {
        fault = now;
        if (now == Fault.CUT || now == Fault.NONE) {
            open.forEach(Wire::close);
            open.clear();
        }
    }

    private void accept() {
        while (true) {
            try {
                var client = door.accept();
                if (fault == Fault.CUT) {
                    close(client);
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(client);
                    open.add(server);
                    start(() -> copy(client, server, false));
                    start(() -> copy(server, client, true));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void copy(Socket from, Socket to, boolean answers) {
        var buffer = new byte[8192];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (answers) {
                    spoil(buffer);
                }
                if (fault != Fault.HELD) {
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

    private void spoil(byte[] answer) {
        if (fault == Fault.GARBLED) {
            random.nextBytes(answer);
        } else if (fault == Fault.SLOW) {
            LockSupport.parkNanos(LATE.toNanos());
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
