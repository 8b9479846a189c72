package bookstore.ordering;

import bookstore.shared.Money;
import java.util.UUID;

/**
 * One book of an order, at the price of the moment in which it was placed.
 *
 * @param quantity 1 to 99
 */
public record OrderLine(UUID bookId, String title, int quantity, Money unitPrice) {

    public Money lineTotal() {
        return unitPrice.times(quantity);
    }
}
