package bookstore.embedded.amqp;

import com.rabbitmq.client.Method;
import com.rabbitmq.client.impl.Frame;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The socket of a connection, as frames. */
final class Line implements Closeable {

    private static final byte[] PROTOCOL = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;
    private final Outbox outbox;

    Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        outbox = new Outbox(socket.getOutputStream(), "amqp-writer-" + socket.getPort());
    }

    /** Whoever speaks another protocol is told which one is spoken here. */
    boolean speaksAmqp() throws IOException {
        boolean spoken = Arrays.equals(in.readNBytes(PROTOCOL.length), PROTOCOL);
        if (!spoken) {
            socket.getOutputStream().write(PROTOCOL);
        }
        return spoken;
    }

    /** Returns null when the peer has been silent for too long. */
    @Nullable
    Frame read(int frameMax) throws IOException {
        return Frame.readFrom(in, () -> frameMax);
    }

    boolean isQuiet() throws IOException {
        return in.available() == 0;
    }

    void send(List<Frame> frames) {
        outbox.send(frames);
    }

    void send(Method method) {
        outbox.send(List.of(Codec.frame(0, method)));
    }

    /** Zero is no heartbeat. Two that are missed end the connection (AMQP 0-9-1, section 4.2.7). */
    void beat(int seconds) throws IOException {
        if (seconds > 0) {
            outbox.heartbeatEvery(seconds * 500L);
        }
        socket.setSoTimeout(seconds * 2000);
    }

    /** Closes when everything is written, or cannot be. */
    @Override
    public void close() throws IOException {
        outbox.finish();
        socket.close();
    }
}
