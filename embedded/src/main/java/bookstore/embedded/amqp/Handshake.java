package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.Method;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversation with which a connection opens: who are you, what can we both do, may you come in. */
final class Handshake {

    static final int FRAME_MAX = 131_072;

    private static final byte[] PROTOCOL = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final int CHANNEL_MAX = 2047;
    private static final int HEARTBEAT_SECONDS = 60;

    private static final Map<String, Object> SERVER = Map.of(
            "product", "Bookstore embedded AMQP (a stand-in for RabbitMQ, not for production)",
            "version", "3.13.0",
            "platform", "Java",
            "capabilities",
                    Map.of(
                            "publisher_confirms", true,
                            "exchange_exchange_bindings", true,
                            "basic.nack", true,
                            "consumer_cancel_notify", true,
                            "consumer_priorities", true,
                            "authentication_failure_close", true,
                            "per_consumer_qos", true,
                            "direct_reply_to", true));

    /** What was agreed. */
    record Terms(int frameMax, int heartbeatSeconds, boolean hearsCancellations) {}

    private final DataInputStream in;
    private final Outbox outbox;
    private final Credentials credentials;

    Handshake(DataInputStream in, Outbox outbox, Credentials credentials) {
        this.in = in;
        this.outbox = outbox;
        this.credentials = credentials;
    }

    static boolean speaksAmqp(DataInputStream in) throws IOException {
        return Arrays.equals(in.readNBytes(PROTOCOL.length), PROTOCOL);
    }

    static byte[] protocol() {
        return PROTOCOL.clone();
    }

    Terms shake() throws IOException {
        send(new AMQP.Connection.Start.Builder()
                .versionMajor(0)
                .versionMinor(9)
                .serverProperties(SERVER)
                .mechanisms("PLAIN")
                .locales("en_US")
                .build());
        var start = expect(AMQP.Connection.StartOk.class);
        if (!credentials.accept(start.getMechanism(), start.getResponse().getBytes())) {
            throw Reply.ACCESS_REFUSED.because("Login was refused using authentication mechanism "
                    + start.getMechanism() + ". For details see the broker logfile.");
        }
        send(new AMQP.Connection.Tune.Builder()
                .channelMax(CHANNEL_MAX)
                .frameMax(FRAME_MAX)
                .heartbeat(HEARTBEAT_SECONDS)
                .build());
        var tune = expect(AMQP.Connection.TuneOk.class);
        String vhost = expect(AMQP.Connection.Open.class).getVirtualHost();
        if (!vhost.equals("/")) {
            throw Reply.NOT_ALLOWED.because("vhost " + vhost + " not found");
        }
        send(new AMQP.Connection.OpenOk.Builder().build());
        return new Terms(
                tune.getFrameMax() == 0 ? FRAME_MAX : tune.getFrameMax(),
                tune.getHeartbeat(),
                hearsCancellations(start.getClientProperties()));
    }

    private void send(com.rabbitmq.client.Method method) {
        outbox.send(List.of(Codec.frame(0, method)));
    }

    private <M> M expect(Class<M> type) throws IOException {
        Frame frame = Frame.readFrom(in, () -> FRAME_MAX);
        while (frame != null && frame.getType() == AMQP.FRAME_HEARTBEAT) {
            frame = Frame.readFrom(in, () -> FRAME_MAX);
        }
        if (frame == null) {
            throw new IOException("The client is silent");
        }
        Method method = Codec.method(frame);
        if (!type.isInstance(method)) {
            throw Reply.COMMAND_INVALID.because("unexpected method " + method.protocolMethodName());
        }
        return type.cast(method);
    }

    private static boolean hearsCancellations(@Nullable Map<String, Object> client) {
        return client != null
                && client.get("capabilities") instanceof Map<?, ?> capabilities
                && Boolean.TRUE.equals(capabilities.get("consumer_cancel_notify"));
    }

    /** The one user that may come in. */
    record Credentials(String user, String password) {

        boolean accept(String mechanism, byte[] response) {
            byte[] expected = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
            return mechanism.equals("PLAIN") && Arrays.equals(response, expected);
        }
    }
}
