package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.impl.AMQImpl;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.Method;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The wire format, borrowed from RabbitMQ's own client so that both ends agree on every field type. Those classes are
 * internal to the client; the contract tests notice when a new version changes them.
 */
final class Codec {

    private static final int FRAME_OVERHEAD = 8;
    private static final int UNLIMITED_FRAME = 131_072;

    private Codec() {}

    static Method method(Frame frame) {
        try {
            return AMQImpl.readMethodFrom(frame.getInputStream());
        } catch (IOException e) {
            throw Reply.SYNTAX_ERROR.because("cannot read method: " + e.getMessage());
        }
    }

    static Method method(byte[] payload) {
        return method(new Frame(AMQP.FRAME_METHOD, 0, payload));
    }

    static BasicProperties properties(byte[] header) {
        try (var in = new DataInputStream(new ByteArrayInputStream(header))) {
            return (BasicProperties) AMQImpl.readContentHeaderFrom(in);
        } catch (IOException e) {
            throw Reply.SYNTAX_ERROR.because("cannot read content header: " + e.getMessage());
        }
    }

    static byte[] header(BasicProperties properties, long bodySize) {
        try {
            return properties.toFrame(0, bodySize).getPayload();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] payload(com.rabbitmq.client.Method method) {
        return frame(0, method).getPayload();
    }

    static Frame frame(int channel, com.rabbitmq.client.Method method) {
        try {
            return ((Method) method).toFrame(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Frame> frames(int channel, com.rabbitmq.client.Method method, Message message, int frameMax) {
        byte[] body = message.body();
        int fragment = (frameMax == 0 ? UNLIMITED_FRAME : frameMax) - FRAME_OVERHEAD;
        var frames = new ArrayList<Frame>(2 + (body.length + fragment - 1) / fragment);
        frames.add(frame(channel, method));
        frames.add(new Frame(AMQP.FRAME_HEADER, channel, ByteBuffer.wrap(message.header())));
        for (int offset = 0; offset < body.length; offset += fragment) {
            int length = Math.min(fragment, body.length - offset);
            frames.add(Frame.fromBodyFragment(channel, ByteBuffer.wrap(body), offset, length));
        }
        return frames;
    }
}
