package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The channels that a connection has open. */
final class Channels {

    private final Connection connection;
    private final Broker broker;
    private final Map<Integer, Channel> open = new HashMap<>();

    Channels(Connection connection, Broker broker) {
        this.connection = connection;
        this.broker = broker;
    }

    /** Lets only those refusals out that concern the whole connection. */
    void receive(Frame frame) {
        int number = frame.getChannel();
        Channel channel = open.get(number);
        if (channel != null) {
            receive(channel, frame);
        } else if (frame.getType() == AMQP.FRAME_METHOD && Codec.method(frame) instanceof AMQP.Channel.Open) {
            open.put(number, new Channel(connection, number, broker));
            connection.send(List.of(Codec.frame(number, new AMQP.Channel.OpenOk.Builder().build())));
        } else {
            throw Reply.CHANNEL_ERROR.because("expected 'channel.open'");
        }
    }

    void forget(int number) {
        open.remove(number);
    }

    void answerConfirms() {
        open.values().forEach(Channel::answerConfirms);
    }

    void release() {
        List.copyOf(open.values()).forEach(Channel::release);
        open.clear();
    }

    private static void receive(Channel channel, Frame frame) {
        try {
            channel.receive(frame);
        } catch (Refusal refusal) {
            if (refusal.reply().hard) {
                throw refusal;
            }
            channel.refuse(refusal);
        }
    }
}
