package bookstore.messaging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Stands before a broker and changes what it answers to whoever publishes, as a broker in trouble would. */
final class ReluctantBroker implements AutoCloseable {

    enum Mood {
        CONFIRMS,
        CONFIRMS_ONE,
        DECLINES,
        HESITATES
    }

    private static final int METHOD = 1;
    private static final int ACK = 60 << 16 | 80;
    private static final int NACK = 60 << 16 | 120;

    private final ServerSocket listener;
    private final int broker;
    private Mood mood = Mood.CONFIRMS;

    ReluctantBroker(int broker) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        this.broker = broker;
        run(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized void becomes(Mood other) {
        mood = other;
        notifyAll();
    }

    private void accept() throws IOException {
        while (true) {
            var client = listener.accept();
            var behind = new Socket("localhost", broker);
            run(() -> client.getInputStream().transferTo(behind.getOutputStream()));
            run(() -> answer(behind, client));
        }
    }

    /** Frame by frame: type, channel and size, what it says, and an octet that ends it. */
    private void answer(Socket from, Socket to) throws Exception {
        var in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
        while (true) {
            var head = ByteBuffer.wrap(in.readNBytes(7));
            var frame = ByteBuffer.wrap(in.readNBytes(head.getInt(3) + 1));
            if (head.get(0) == METHOD && frame.getInt(0) == ACK) {
                frame.putInt(0, decision());
            }
            to.getOutputStream().write(head.array());
            to.getOutputStream().write(frame.array());
        }
    }

    private synchronized int decision() throws InterruptedException {
        while (mood == Mood.HESITATES) {
            wait();
        }
        if (mood == Mood.CONFIRMS_ONE) {
            mood = Mood.DECLINES;
            return ACK;
        }
        return mood == Mood.DECLINES ? NACK : ACK;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void run(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception closed) {
                // one of the two has left
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
