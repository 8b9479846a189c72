package bookstore.embedded.amqp;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** RabbitMQ's direct reply-to: answers go to the asking channel without a queue between. */
final class DirectReplies {

    static final String NAME = "amq.rabbitmq.reply-to";

    private record Asker(Channel channel, String consumerTag) {}

    private final Map<String, Asker> askers = new HashMap<>();

    static boolean isName(String queue) {
        return queue.equals(NAME) || queue.startsWith(NAME + ".");
    }

    String open(Channel channel, String consumerTag) {
        String address = NAME + "." + UUID.randomUUID();
        askers.put(address, new Asker(channel, consumerTag));
        return address;
    }

    void close(String address) {
        askers.remove(address);
    }

    boolean exists(String address) {
        return address.equals(NAME) || askers.containsKey(address);
    }

    boolean take(Message message) {
        Asker asker = askers.get(message.routingKey());
        if (asker != null) {
            asker.channel().deliveries().sendReply(asker.consumerTag(), message);
        }
        return asker != null;
    }
}
