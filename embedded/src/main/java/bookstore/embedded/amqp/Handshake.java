package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.Method;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conversation with which a connection opens: who are you, what can we both do, may you come in. */
final class Handshake {

    static final int FRAME_MAX = 131_072;

    private static final int CHANNEL_MAX = 2047;
    private static final int HEARTBEAT_SECONDS = 60;

    private static final Map<String, Object> CAPABILITIES = Stream.of(
                    "publisher_confirms",
                    "exchange_exchange_bindings",
                    "basic.nack",
                    "consumer_cancel_notify",
                    "consumer_priorities",
                    "authentication_failure_close",
                    "per_consumer_qos",
                    "direct_reply_to")
            .collect(Collectors.toMap(name -> name, name -> true));

    private static final Map<String, Object> SERVER = Map.of(
            "product", "Bookstore embedded AMQP (a stand-in for RabbitMQ, not for production)",
            "version", "3.13.0",
            "platform", "Java",
            "capabilities", CAPABILITIES);

    /** What was agreed. */
    record Terms(int frameMax, int heartbeatSeconds, boolean hearsCancellations) {}

    private final Line line;
    private final Credentials credentials;

    Handshake(Line line, Credentials credentials) {
        this.line = line;
        this.credentials = credentials;
    }

    Terms shake() throws IOException {
        line.send(new AMQP.Connection.Start.Builder()
                .versionMajor(0)
                .versionMinor(9)
                .serverProperties(SERVER)
                .mechanisms("PLAIN")
                .locales("en_US")
                .build());
        var start = expect(AMQP.Connection.StartOk.class);
        credentials.check(start.getMechanism(), start.getResponse().getBytes());
        line.send(new AMQP.Connection.Tune.Builder()
                .channelMax(CHANNEL_MAX)
                .frameMax(FRAME_MAX)
                .heartbeat(HEARTBEAT_SECONDS)
                .build());
        var tune = expect(AMQP.Connection.TuneOk.class);
        check(expect(AMQP.Connection.Open.class).getVirtualHost());
        line.send(new AMQP.Connection.OpenOk.Builder().build());
        int frameMax = tune.getFrameMax() == 0 ? FRAME_MAX : tune.getFrameMax();
        return new Terms(frameMax, tune.getHeartbeat(), hearsCancellations(start.getClientProperties()));
    }

    private static void check(String vhost) {
        if (!vhost.equals("/")) {
            throw Reply.NOT_ALLOWED.because("vhost " + vhost + " not found");
        }
    }

    private <M> M expect(Class<M> type) throws IOException {
        Frame frame = line.read(FRAME_MAX);
        while (frame != null && frame.getType() == AMQP.FRAME_HEARTBEAT) {
            frame = line.read(FRAME_MAX);
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

        void check(String mechanism, byte[] response) {
            byte[] expected = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
            if (!mechanism.equals("PLAIN") || !Arrays.equals(response, expected)) {
                throw Reply.ACCESS_REFUSED.because("Login was refused using authentication mechanism " + mechanism
                        + ". For details see the broker logfile.");
            }
        }
    }
}
