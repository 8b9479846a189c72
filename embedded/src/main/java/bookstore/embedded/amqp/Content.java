package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a published message together from its frames. */
final class Content {

    /** As in RabbitMQ 3.x. */
    private static final long LARGEST_MESSAGE = 134_217_728;

    private static final int BODY_SIZE_AT = 4;

    private AMQP.Basic.@Nullable Publish publish;
    private byte @Nullable [] header;
    private byte[] body = {};
    private int filled;

    void begin(AMQP.Basic.Publish method) {
        if (publish != null) {
            throw Reply.UNEXPECTED_FRAME.because("expected content, got a method");
        }
        publish = method;
    }

    /** Returns whether the message is complete. */
    boolean add(Frame frame) {
        boolean isHeader = frame.getType() == AMQP.FRAME_HEADER;
        if (publish == null || isHeader != (header == null)) {
            throw Reply.UNEXPECTED_FRAME.because("got a content frame out of turn");
        }
        byte[] payload = frame.getPayload();
        if (isHeader) {
            begin(payload);
        } else if (filled + payload.length > body.length) {
            throw Reply.FRAME_ERROR.because("more content than announced");
        } else {
            System.arraycopy(payload, 0, body, filled, payload.length);
            filled += payload.length;
        }
        return filled == body.length;
    }

    AMQP.Basic.Publish publish() {
        AMQP.Basic.Publish complete = Objects.requireNonNull(publish);
        publish = null;
        return complete;
    }

    byte[] header() {
        byte[] complete = Objects.requireNonNull(header);
        header = null;
        return complete;
    }

    byte[] body() {
        return body;
    }

    private void begin(byte[] payload) {
        long size = ByteBuffer.wrap(payload).getLong(BODY_SIZE_AT);
        if (size < 0 || size > LARGEST_MESSAGE) {
            publish = null;
            throw Reply.PRECONDITION_FAILED.because(
                    "message size " + size + " is larger than configured max size " + LARGEST_MESSAGE);
        }
        header = payload;
        body = new byte[(int) size];
        filled = 0;
    }
}
