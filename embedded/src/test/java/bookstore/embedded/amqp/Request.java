package bookstore.embedded.amqp;

import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Something asked of a broker. */
interface Request {

    void on(Channel channel) throws IOException;

    /** What the broker says when it declines; on a channel of its own, because that one ends. */
    default String refusal(Connection connection) throws IOException, TimeoutException {
        Channel victim = connection.createChannel();
        try {
            on(victim);
            await().until(() -> !victim.isOpen());
            return reason(victim.getCloseReason());
        } catch (IOException e) {
            return e.getCause() instanceof ShutdownSignalException closed ? reason(closed) : String.valueOf(e);
        } catch (ShutdownSignalException e) {
            return reason(e);
        }
    }

    static String reason(ShutdownSignalException signal) {
        if (signal.getReason() instanceof AMQP.Channel.Close close) {
            return close.getReplyCode() + " " + close.getReplyText();
        }
        return String.valueOf(signal.getReason());
    }
}
