package bookstore.embedded.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports of 127.0.0.1. */
public final class Loopback {

    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /**
     * A port that a server can listen on now.
     *
     * @param port 0 for any
     * @throws CannotStart if it is taken
     */
    public static int free(String server, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "The embedded %s cannot listen on %s:%d (%s)".formatted(server, HOST, port, e.getMessage()), e);
        }
    }
}
