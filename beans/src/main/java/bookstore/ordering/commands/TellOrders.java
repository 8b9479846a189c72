package bookstore.ordering.commands;

import bookstore.shared.Request;

/**
 * Say where a buyer's latest orders stand; answered with {@link OrdersTold}.
 *
 * @param size most orders that are wanted, 1 to 20
 */
public record TellOrders(String buyerId, int size) implements Request {}
