package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQImpl;
import org.jspecify.annotations.Nullable;

/** Publishing on a channel: plain, confirmed or transactional. */
final class Publishing {

    private final Channel channel;
    private final Broker broker;
    private @Nullable Confirms confirms;
    private @Nullable String replyAddress;
    private String replyTag = "";

    Publishing(Channel channel, Broker broker, Methods methods) {
        this.channel = channel;
        this.broker = broker;
        methods.on(AMQImpl.Confirm.Select.class, this::select);
    }

    boolean confirming() {
        return confirms != null;
    }

    void publish(AMQP.Basic.Publish asked, byte[] header, byte[] body) {
        if (asked.getImmediate()) {
            throw Reply.NOT_IMPLEMENTED.because("immediate=true");
        }
        if (broker.topology().requireExchange(asked.getExchange()).internal()) {
            throw Reply.ACCESS_REFUSED.because(
                    "cannot publish to internal exchange '" + asked.getExchange() + "' in vhost '/'");
        }
        Message message = addressed(Message.published(asked.getExchange(), asked.getRoutingKey(), header, body));
        check(message);
        Transaction transaction = channel.settling().transaction();
        if (transaction == null) {
            send(message, asked.getMandatory());
        } else {
            transaction.publish(() -> send(message, asked.getMandatory()));
        }
    }

    void answerConfirms() {
        if (confirms != null) {
            confirms.answer(channel::send);
        }
    }

    void openReplies(String consumerTag) {
        if (replyAddress != null) {
            throw Reply.PRECONDITION_FAILED.because("reply consumer already set");
        }
        replyAddress = broker.replies().open(channel, consumerTag);
        replyTag = consumerTag;
    }

    void closeReplies(String consumerTag) {
        if (replyTag.equals(consumerTag)) {
            closeReplies();
        }
    }

    void closeReplies() {
        if (replyAddress != null) {
            broker.replies().close(replyAddress);
            replyAddress = null;
        }
    }

    private void check(Message message) {
        message.timeToLive();
        String user = message.properties().getUserId();
        if (user != null && !user.equals(channel.connection().user())) {
            throw Reply.PRECONDITION_FAILED.because("user_id property set to '%s' but authenticated user was '%s'"
                    .formatted(user, channel.connection().user()));
        }
    }

    private Message addressed(Message message) {
        if (!DirectReplies.NAME.equals(message.properties().getReplyTo())) {
            return message;
        }
        if (replyAddress == null) {
            throw Reply.PRECONDITION_FAILED.because("fast reply consumer does not exist");
        }
        return message.with(message.properties().builder().replyTo(replyAddress).build());
    }

    private void send(Message message, boolean mandatory) {
        Broker.Outcome outcome = broker.publish(message);
        if (mandatory && !outcome.routed()) {
            var returned = new AMQP.Basic.Return.Builder()
                    .replyCode(Reply.NO_ROUTE.code)
                    .replyText(Reply.NO_ROUTE.name())
                    .exchange(message.exchange())
                    .routingKey(message.routingKey());
            channel.send(returned.build(), message);
        }
        if (confirms != null && outcome.refused()) {
            confirms.refused();
        } else if (confirms != null) {
            confirms.accepted();
        }
    }

    private void select(AMQP.Confirm.Select select) {
        if (channel.settling().transaction() != null) {
            throw Reply.PRECONDITION_FAILED.because("cannot switch from tx to confirm mode");
        }
        if (confirms == null) {
            confirms = new Confirms();
        }
        if (!select.getNowait()) {
            channel.send(new AMQP.Confirm.SelectOk.Builder().build());
        }
    }
}
