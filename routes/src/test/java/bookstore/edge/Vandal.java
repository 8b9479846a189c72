package bookstore.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who keeps to no rules of HTTP: writes bytes, and takes whatever comes until the other side closes. */
public final class Vandal {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;

    public Vandal(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status 0 if there was none
     */
    public record Answer(int status, String head, String body) {

        private static Answer of(String text) {
            var end = text.indexOf("\r\n\r\n");
            var head = end < 0 ? text : text.substring(0, end);
            var body = end < 0 ? "" : text.substring(end + 4);
            return head.startsWith("HTTP/1.1 1")
                    ? of(body)
                    : new Answer(
                            head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0, head, body);
        }

        public boolean isProblem() {
            return head.contains("Content-Type: application/problem+json") && body.contains("\"status\":" + status);
        }
    }

    /** Sends a request line and headers that are complete but for the end; each character is a byte. */
    public Answer ask(String head, String body) {
        return write(head + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    public Answer write(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }
}
