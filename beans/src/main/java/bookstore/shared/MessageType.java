package bookstore.shared;

import java.util.Locale;

/**
 * Where a message lives on the broker, derived from its class so that a fact has one spelling: {@code
 * bookstore.ordering.events.OrderCreated} is routing key {@code order.created} on exchange {@code ordering.events},
 * {@code bookstore.inventory.commands.ReserveStock} is {@code stock.reserve} on {@code inventory.commands}.
 *
 * @param exchange the exchange of the owning context: topic for events, direct for commands
 * @param routingKey noun and verb, lower case
 */
public record MessageType(String exchange, String routingKey) {

    public static MessageType of(Class<? extends Message> type) {
        var path = type.getPackageName().split("\\.");
        return new MessageType(path[path.length - 2] + "." + path[path.length - 1], routingKey(type));
    }

    /** The queue in which a consumer finds its copies. */
    public String queueOf(String consumer) {
        return consumer + "." + routingKey;
    }

    private static String routingKey(Class<? extends Message> type) {
        var words = type.getSimpleName().split("(?<=[a-z])(?=[A-Z])", 2);
        var key = Command.class.isAssignableFrom(type) ? words[1] + "." + words[0] : words[0] + "." + words[1];
        return key.toLowerCase(Locale.ROOT);
    }
}
