package bookstore.ordering.commands;

import bookstore.shared.Request;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Say where all orders stand, in the order of their ids; answered with {@link OrderBookTold}.
 *
 * @param after id of the last order seen; null to begin
 * @param size most orders that are wanted, 1 to 1000
 */
public record TellOrderBook(@Nullable UUID after, int size) implements Request {}
