package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one writer of a connection: nobody who holds the broker's lock ever waits for a slow socket. */
final class Outbox {

    private static final List<Frame> END = List.of();
    private static final List<Frame> HEARTBEAT = List.of(new Frame(AMQP.FRAME_HEARTBEAT, 0));

    private final BlockingQueue<List<Frame>> waiting = new LinkedBlockingQueue<>();
    private final DataOutputStream out;
    private final Thread thread;
    private volatile long silenceMillis = Long.MAX_VALUE;

    Outbox(OutputStream socket, String name) {
        out = new DataOutputStream(new BufferedOutputStream(socket, 1 << 16));
        thread = new Thread(this::write, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The frames stay together. */
    void send(List<Frame> frames) {
        waiting.add(frames);
    }

    void heartbeatEvery(long millis) {
        silenceMillis = millis;
        // so that a writer that already waits learns of it
        waiting.add(HEARTBEAT);
    }

    /** Waits until everything is written, but not for ever. */
    void finish() {
        waiting.add(END);
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            for (List<Frame> frames = next(); frames != END; frames = next()) {
                for (Frame frame : frames == null ? HEARTBEAT : frames) {
                    frame.writeTo(out);
                }
            }
            out.flush();
        } catch (IOException | RuntimeException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns null when it is time for a heartbeat. */
    private @Nullable List<Frame> next() throws IOException, InterruptedException {
        List<Frame> frames = waiting.poll();
        if (frames == null) {
            out.flush();
            frames = waiting.poll(silenceMillis, TimeUnit.MILLISECONDS);
        }
        return frames;
    }

    /** Ends the socket too, by which the reader learns of it. */
    private void close() {
        try {
            out.close();
        } catch (IOException e) {
            // what could not be flushed is lost with its peer; the socket is closed all the same
            waiting.clear();
        }
    }
}
