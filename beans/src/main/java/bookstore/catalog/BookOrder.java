package bookstore.catalog;

import java.util.Arrays;

/** In which order books are listed. */
public enum BookOrder {
    /** As well as they answer the question; without a question the newest first. */
    RELEVANCE("relevance"),
    /** What they cost now, the cheapest first. */
    PRICE("price"),
    PRICE_DESCENDING("-price"),
    /** The best first; those that nobody has rated last. */
    RATING("rating"),
    /** The last published first. */
    NEWEST("newest");

    private final String parameter;

    BookOrder(String parameter) {
        this.parameter = parameter;
    }

    /** The order that a request names. */
    public static BookOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no order: " + parameter));
    }
}
