package bookstore.basket.commands;

import bookstore.shared.Request;

/**
 * Say what is in a buyer's basket; answered with basket contents, version and what the buyer was shown.
 */
public record ReadBasket(String buyerId) implements Request {}
