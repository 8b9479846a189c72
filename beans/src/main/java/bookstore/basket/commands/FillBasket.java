package bookstore.basket.commands;

import bookstore.shared.Request;
import java.util.List;
import java.util.UUID;

/**
 * Put these books into a buyer's basket, as on a reorder; answered with {@link BasketFilled}. Books that are not on
 * sale any more are left out. What lies there in a greater number stays so: doing it twice has the effect of once.
 */
public record FillBasket(String buyerId, List<Line> lines) implements Request {
    /** How many copies of one book, 1 to 99. */
    public record Line(UUID bookId, int quantity) {}
}
