package bookstore.basket.commands;

import bookstore.shared.Reply;
import java.util.List;
import java.util.UUID;

/**
 * The answer to {@link ReadBasket}.
 *
 * @param basketId unique for one basket from its first item to its end
 * @param version rises with each change; 0 for a basket that does not exist
 */
public record BasketContents(String basketId, long version, List<Line> lines) implements Reply {

    /**
     * One book in a basket.
     *
     * @param shownMinor the price that the buyer last saw, in the minor unit
     */
    public record Line(UUID bookId, int quantity, long shownMinor, String currency) {}
}
