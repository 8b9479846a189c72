package bookstore.inventory.commands;

import bookstore.shared.Command;
import java.util.List;
import java.util.UUID;

/**
 * Hold the books of an order, all of them or none.
 */
public record ReserveStock(UUID orderId, List<Line> lines) implements Command {
    /** How many copies of one book, 1 to 99. */
    public record Line(UUID bookId, int quantity) {}
}
