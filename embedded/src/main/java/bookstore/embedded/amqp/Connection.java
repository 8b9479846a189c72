package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client: reads its frames, and settles what it asked for whenever it pauses. */
final class Connection {

    private static final int SETTLE_EVERY = 1000;

    private final Line line;
    private final Broker broker;
    private final Handshake.Credentials credentials;
    private final Channels channels;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Handshake.Terms terms = new Handshake.Terms(Handshake.FRAME_MAX, 0, false);
    private boolean closing;
    private boolean closed;

    Connection(Line line, Broker broker, Handshake.Credentials credentials) {
        this.line = line;
        this.broker = broker;
        this.credentials = credentials;
        this.channels = new Channels(this, broker);
    }

    /** Serves the client until it leaves; one that just vanishes is nothing unusual. */
    void serve() throws IOException {
        try (line) {
            try {
                if (line.speaksAmqp() && open()) {
                    read();
                }
            } finally {
                broker.execute(this::release);
                broker.settle();
            }
        } finally {
            ended.countDown();
        }
    }

    void send(List<Frame> frames) {
        line.send(frames);
    }

    Handshake.Terms terms() {
        return terms;
    }

    String user() {
        return credentials.user();
    }

    void forget(int channel) {
        channels.forget(channel);
    }

    /** Ends the connection from this side. */
    void shutDown() {
        broker.execute(() ->
                close(Reply.CONNECTION_FORCED.because("broker forced connection closure with reason 'shutdown'")));
        try {
            line.close();
            ended.await(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean open() throws IOException {
        try {
            terms = new Handshake(line, credentials).shake();
        } catch (Refusal refusal) {
            broker.execute(() -> close(refusal));
            // the answer, which may be anything
            line.read(Handshake.FRAME_MAX);
            return false;
        }
        line.beat(terms.heartbeatSeconds());
        return true;
    }

    private void read() throws IOException {
        for (int unsettled = 0; !closed; unsettled++) {
            Frame frame = line.read(terms.frameMax());
            if (frame == null) {
                return;
            }
            broker.execute(() -> receive(frame));
            if (unsettled >= SETTLE_EVERY || line.isQuiet()) {
                broker.settle();
                broker.execute(channels::answerConfirms);
                unsettled = 0;
            }
        }
    }

    private void receive(Frame frame) {
        try {
            if (frame.getType() == AMQP.FRAME_HEARTBEAT) {
                return;
            }
            if (frame.getChannel() == 0) {
                control(Codec.method(frame));
            } else if (!closing) {
                channels.receive(frame);
            }
        } catch (Refusal refusal) {
            close(refusal);
        } catch (RuntimeException e) {
            close(Reply.INTERNAL_ERROR.because(e.toString()));
        }
    }

    private void control(Method method) {
        if (method instanceof AMQP.Connection.Close) {
            release();
            line.send(new AMQP.Connection.CloseOk.Builder().build());
            closed = true;
        } else if (method instanceof AMQP.Connection.CloseOk) {
            closed = true;
        } else if (!closing) {
            throw Reply.COMMAND_INVALID.because("unexpected method " + method.protocolMethodName());
        }
    }

    private void close(Refusal refusal) {
        release();
        line.send(new AMQP.Connection.Close.Builder()
                .replyCode(refusal.reply().code)
                .replyText(refusal.text())
                .build());
    }

    private void release() {
        closing = true;
        channels.release();
        broker.topology().queuesOf(this).forEach(broker.topology()::deleteQueue);
    }
}
