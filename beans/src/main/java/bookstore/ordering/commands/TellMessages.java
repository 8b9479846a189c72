package bookstore.ordering.commands;

import bookstore.shared.Request;
import java.util.List;

/**
 * Say which messages ordering has sent, the oldest first; answered with {@link MessagesTold}.
 *
 * @param routingKeys of the messages that are wanted, such as {@code order.created}
 * @param after number of the last message seen; 0 to begin
 * @param size most messages that are wanted, 1 to 1000
 */
public record TellMessages(List<String> routingKeys, long after, int size) implements Request {}
