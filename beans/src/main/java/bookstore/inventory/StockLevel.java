package bookstore.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * How many copies of a book there are, and how many of them are held for orders.
 *
 * @param version rises with each change
 */
public record StockLevel(UUID bookId, int onHand, int reserved, long version) {

    /** What can be sold. */
    @JsonProperty("available")
    public int available() {
        return onHand - reserved;
    }
}
