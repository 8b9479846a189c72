package bookstore.chat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A book that an answer may speak of, as far as it takes to speak of it.
 *
 * @param price with its currency, such as {@code 12.90 EUR}
 */
public record BookOnOffer(UUID id, String title, List<String> authors, String price, String description) {

    BigDecimal amount() {
        return new BigDecimal(price.substring(0, price.indexOf(' ')));
    }

    /** Where the book is, for a link. */
    public String path() {
        return "/api/books/" + id;
    }
}
