package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.Method;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One client: reads its frames, and settles what it asked for whenever it pauses. */
final class Connection {

    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int SETTLE_EVERY = 1000;

    private final Socket socket;
    private final Broker broker;
    private final Handshake.Credentials credentials;
    private final DataInputStream in;
    private final Outbox outbox;
    private final Map<Integer, Channel> channels = new HashMap<>();
    private Handshake.Terms terms = new Handshake.Terms(Handshake.FRAME_MAX, 0, false);
    private boolean closing;
    private boolean closed;

    Connection(Socket socket, Broker broker, Handshake.Credentials credentials) throws IOException {
        this.socket = socket;
        this.broker = broker;
        this.credentials = credentials;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        this.outbox = new Outbox(socket.getOutputStream(), "amqp-writer-" + socket.getPort());
    }

    /** Serves the client until it leaves. */
    void serve() {
        try (socket) {
            if (Handshake.speaksAmqp(in)) {
                converse();
            } else {
                socket.getOutputStream().write(Handshake.protocol());
            }
        } catch (IOException e) {
            // a client that vanishes is nothing unusual; what it held has gone back
            closed = true;
        }
    }

    void send(List<Frame> frames) {
        outbox.send(frames);
    }

    int frameMax() {
        return terms.frameMax();
    }

    boolean hearsCancellations() {
        return terms.hearsCancellations();
    }

    String user() {
        return credentials.user();
    }

    void forget(int channel) {
        channels.remove(channel);
    }

    /** Ends the connection from this side. */
    void shutDown() {
        broker.execute(() -> {
            release();
            close(Reply.CONNECTION_FORCED.because("broker forced connection closure with reason 'shutdown'"), null);
        });
        outbox.finish();
        try {
            socket.close();
        } catch (IOException e) {
            closed = true;
        }
    }

    private void converse() throws IOException {
        try {
            if (open()) {
                read();
            }
        } finally {
            broker.execute(this::release);
            broker.settle();
            outbox.finish();
        }
    }

    private boolean open() throws IOException {
        try {
            terms = new Handshake(in, outbox, credentials).shake();
        } catch (Refusal refusal) {
            close(refusal, null);
            // the answer, which may be anything
            Frame.readFrom(in, terms::frameMax);
            return false;
        }
        if (terms.heartbeatSeconds() > 0) {
            outbox.heartbeatEvery(terms.heartbeatSeconds() * 500L);
        }
        socket.setSoTimeout(terms.heartbeatSeconds() * 2000);
        return true;
    }

    private void read() throws IOException {
        for (int unsettled = 0; !closed; unsettled++) {
            Frame frame = Frame.readFrom(in, terms::frameMax);
            if (frame == null) {
                return;
            }
            broker.execute(() -> receive(frame));
            if (unsettled >= SETTLE_EVERY || in.available() == 0) {
                settle();
                unsettled = 0;
            }
        }
    }

    private void settle() {
        broker.settle();
        broker.execute(() -> channels.values().forEach(Channel::answerConfirms));
    }

    private void receive(Frame frame) {
        if (frame.getType() == AMQP.FRAME_HEARTBEAT) {
            return;
        }
        if (frame.getChannel() == 0) {
            control(Codec.method(frame));
        } else if (!closing) {
            Channel channel = channels.get(frame.getChannel());
            try {
                receive(channel, frame);
            } catch (Refusal refusal) {
                refuse(channel, refusal);
            }
        }
    }

    private void control(Method method) {
        if (method instanceof AMQP.Connection.Close) {
            release();
            outbox.send(List.of(Codec.frame(0, new AMQP.Connection.CloseOk.Builder().build())));
            closed = true;
        } else if (method instanceof AMQP.Connection.CloseOk) {
            closed = true;
        } else if (!closing) {
            close(Reply.COMMAND_INVALID.because("unexpected method " + method.protocolMethodName()), method);
        }
    }

    private void receive(@Nullable Channel channel, Frame frame) {
        if (channel != null) {
            channel.receive(frame);
        } else if (frame.getType() == AMQP.FRAME_METHOD && Codec.method(frame) instanceof AMQP.Channel.Open) {
            channels.put(frame.getChannel(), new Channel(this, frame.getChannel(), broker));
            send(List.of(Codec.frame(frame.getChannel(), new AMQP.Channel.OpenOk.Builder().build())));
        } else {
            throw Reply.CHANNEL_ERROR.because("expected 'channel.open'");
        }
    }

    private void refuse(@Nullable Channel channel, Refusal refusal) {
        if (channel == null || refusal.reply().hard) {
            release();
            close(refusal, channel == null ? null : channel.current());
        } else {
            channel.refuse(refusal);
        }
    }

    private void close(Refusal refusal, @Nullable Method cause) {
        closing = true;
        outbox.send(List.of(Codec.frame(
                0,
                new AMQP.Connection.Close.Builder()
                        .replyCode(refusal.reply().code)
                        .replyText(refusal.text())
                        .classId(cause == null ? 0 : cause.protocolClassId())
                        .methodId(cause == null ? 0 : cause.protocolMethodId())
                        .build())));
    }

    private void release() {
        closing = true;
        List.copyOf(channels.values()).forEach(Channel::release);
        channels.clear();
        broker.topology().queuesOf(this).forEach(broker.topology()::deleteQueue);
    }
}
