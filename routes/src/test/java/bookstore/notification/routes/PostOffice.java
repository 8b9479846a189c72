package bookstore.notification.routes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that has its own mind about recipients. */
class PostOffice implements AutoCloseable {

    final List<String> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final Function<String, String> mind;

    /** @param mind what is replied to a recipient; 250 takes the mail */
    PostOffice(int port, Function<String, String> mind) throws IOException {
        this.mind = mind;
        this.door = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        var porter = new Thread(this::open, "post-office");
        porter.setDaemon(true);
        porter.start();
    }

    private void open() {
        while (!door.isClosed()) {
            try (var visitor = door.accept()) {
                talk(visitor);
            } catch (IOException | UncheckedIOException gone) {
                // the next one, please
            }
        }
    }

    private void talk(Socket visitor) throws IOException {
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        say(visitor, "220 here");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.length() < 4 ? line : line.substring(0, 4)) {
                case "RCPT" -> recipient(visitor, line.replaceAll(".*<|>.*", ""));
                case "DATA" -> say(visitor, "354 go on");
                case "QUIT" -> say(visitor, "221 bye");
                case "EHLO", "MAIL", "RSET", "." -> say(visitor, "250 well");
                default -> {
                    // a line of the letter
                }
            }
        }
    }

    private void recipient(Socket visitor, String address) {
        var reply = mind.apply(address);
        if (reply.startsWith("250")) {
            taken.add(address);
        }
        say(visitor, reply);
    }

    private static void say(Socket visitor, String reply) {
        try {
            visitor.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
