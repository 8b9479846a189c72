package bookstore.inventory.commands;

import bookstore.shared.Request;

/**
 * Say of which books more or fewer copies count as reserved than are held for orders, or are on hand than have moved;
 * answered with {@link MiscountsTold}.
 *
 * @param size most books that are wanted, 1 to 1000
 */
public record TellMiscounts(int size) implements Request {}
