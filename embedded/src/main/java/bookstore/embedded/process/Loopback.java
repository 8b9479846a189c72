package bookstore.embedded.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The ports of 127.0.0.1. */
public final class Loopback {

    public static final String HOST = "127.0.0.1";

    /**
     * From here to {@link #LAST} no operating system takes a port for a connection or for who wants any (Linux: from
     * 32768, others: from 49152), so that a free one stays free until its server listens, and while it is restarted.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;

    private Loopback() {}

    /**
     * A port that a server can listen on now.
     *
     * @param port 0 for any
     * @throws CannotStart if it is taken
     */
    public static int free(String server, int port) {
        return port == 0 ? anyFree(server) : checked(server, port);
    }

    private static int anyFree(String server) {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (obstacle(port) == null) {
                return port;
            }
        }
        throw new CannotStart(
                "The embedded %s finds no free port of %s from %d to %d".formatted(server, HOST, FIRST, LAST));
    }

    private static int checked(String server, int port) {
        var obstacle = obstacle(port);
        if (obstacle != null) {
            throw new CannotStart(
                    "The embedded %s cannot listen on %s:%d (%s)".formatted(server, HOST, port, obstacle.getMessage()),
                    obstacle);
        }
        return port;
    }

    private static @Nullable IOException obstacle(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
