package bookstore.basket;

import bookstore.shared.Money;
import java.util.UUID;

/**
 * One book that a buyer has laid aside.
 *
 * @param quantity 1 to {@link #MOST_COPIES}
 * @param shownMinor the price that the buyer last saw, in the minor unit
 */
public record BasketLine(UUID bookId, int quantity, long shownMinor, String currency) {

    public static final int MOST_COPIES = 99;

    public BasketLine {
        if (quantity < 1 || quantity > MOST_COPIES) {
            throw new IllegalArgumentException("between 1 and " + MOST_COPIES + " copies, not " + quantity);
        }
    }

    static BasketLine of(UUID bookId, int quantity, Money shown) {
        return new BasketLine(bookId, quantity, shown.minor(), shown.currency());
    }

    Money shown() {
        return Money.ofMinor(shownMinor, currency);
    }

    BasketLine showing(Money price) {
        return of(bookId, quantity, price);
    }

    /** The greater of two quantities: to lay aside twice is no wish for twice as many. */
    BasketLine atLeast(int other) {
        return new BasketLine(bookId, Math.max(quantity, other), shownMinor, currency);
    }
}
