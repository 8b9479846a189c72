package bookstore.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a message names.
 *
 * @param title of a book in the catalogue
 * @param author of a book in the catalogue
 * @param maxPrice most that the book may cost, in the shop's currency
 * @param order beginning of an order's id, or the whole of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entities(
        @Nullable String title,
        @Nullable String author,
        @Nullable String isbn,
        @Nullable BigDecimal maxPrice,
        @Nullable String order) {

    /** The same with the price that is meant. */
    Entities priced(@Nullable BigDecimal most) {
        return new Entities(title, author, isbn, most, order);
    }

    public boolean namesABook() {
        return title != null || author != null || isbn != null;
    }
}
