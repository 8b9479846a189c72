package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.impl.AMQImpl;
import com.rabbitmq.client.impl.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One channel of a connection: takes its frames apart and keeps what belongs to it. */
final class Channel {

    private final Connection connection;
    private final int number;
    private final Broker broker;
    private final Methods methods = new Methods();
    private final Unacknowledged unacknowledged = new Unacknowledged();
    private final Map<String, Consumer> consumers = new LinkedHashMap<>();
    private final Deliveries deliveries = new Deliveries(this);
    private final Settling settling;
    private final Publishing publishing;
    private final Content content = new Content();
    private com.rabbitmq.client.impl.@Nullable Method current;
    private boolean closing;

    Channel(Connection connection, int number, Broker broker) {
        this.connection = connection;
        this.number = number;
        this.broker = broker;
        this.settling = new Settling(this, broker, methods);
        this.publishing = new Publishing(this, broker, methods);
        new ExchangeMethods(this, broker, methods);
        var lookup = new QueueLookup(connection, broker);
        new QueueMethods(this, broker, lookup, methods);
        new ConsumerMethods(this, lookup, methods);
        methods.on(AMQImpl.Channel.Close.class, close -> leave()).on(AMQImpl.Channel.Flow.class, this::flow);
    }

    void receive(Frame frame) {
        if (frame.getType() == AMQP.FRAME_METHOD) {
            current = Codec.method(frame);
            if (closing) {
                ended(current);
            } else if (current instanceof AMQP.Basic.Publish publish) {
                content.begin(publish);
            } else {
                methods.answer(current);
            }
        } else if (!closing && content.add(frame)) {
            publishing.publish(content.publish(), content.header(), content.body());
        }
    }

    void send(Method method) {
        connection.send(List.of(Codec.frame(number, method)));
    }

    void send(Method method, Message message) {
        connection.send(Codec.frames(number, method, message, connection.terms().frameMax()));
    }

    void refuse(Refusal refusal) {
        release();
        closing = true;
        send(new AMQP.Channel.Close.Builder()
                .replyCode(refusal.reply().code)
                .replyText(refusal.text())
                .classId(current == null ? 0 : current.protocolClassId())
                .methodId(current == null ? 0 : current.protocolMethodId())
                .build());
    }

    /** Gives back everything the channel held. */
    void release() {
        if (closing) {
            return;
        }
        closing = true;
        var queues = consumers.values().stream().map(Consumer::queue).distinct().toList();
        consumers.values().forEach(consumer -> consumer.queue().consumers().remove(consumer));
        publishing.closeReplies();
        settling.takeBackAll();
        queues.forEach(Queue::abandoned);
    }

    void answerConfirms() {
        if (!closing) {
            publishing.answerConfirms();
        }
    }

    Connection connection() {
        return connection;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Unacknowledged unacknowledged() {
        return unacknowledged;
    }

    Map<String, Consumer> consumers() {
        return consumers;
    }

    Settling settling() {
        return settling;
    }

    Publishing publishing() {
        return publishing;
    }

    private void leave() {
        release();
        broker.settle();
        publishing.answerConfirms();
        connection.forget(number);
        send(new AMQP.Channel.CloseOk.Builder().build());
    }

    private void ended(com.rabbitmq.client.impl.Method method) {
        if (method instanceof AMQP.Channel.Close) {
            send(new AMQP.Channel.CloseOk.Builder().build());
        }
        if (method instanceof AMQP.Channel.Close || method instanceof AMQP.Channel.CloseOk) {
            connection.forget(number);
        }
    }

    private void flow(AMQP.Channel.Flow flow) {
        if (!flow.getActive()) {
            throw Reply.NOT_IMPLEMENTED.because("active=false");
        }
        send(new AMQP.Channel.FlowOk.Builder().active(true).build());
    }
}
