package bookstore.chat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as long as the conversation goes on about it.
 *
 * @param query in the shopper's own words, from when it was named
 * @param maxPrice most that a book may cost, in the shop's currency
 * @param language ISO 639-1, if books in that language alone are wanted
 * @param seen books that were shown already, and are not to be shown again
 * @param cheapest of the books that were shown last; null where there were none
 */
public record Subject(
        String query,
        @Nullable BigDecimal maxPrice,
        @Nullable String language,
        List<UUID> seen,
        @Nullable BigDecimal cheapest) {

    private static final BigDecimal SMALLEST_STEP = new BigDecimal("0.01");

    /** Of a message that names it. */
    static Subject of(String message, Entities named) {
        return new Subject(named.isbn() != null ? named.isbn() : message, named.maxPrice(), null, List.of(), null);
    }

    Subject cheaper() {
        return cheapest == null ? this : atMost(cheapest.subtract(SMALLEST_STEP));
    }

    Subject atMost(BigDecimal price) {
        return new Subject(query, price, language, List.of(), cheapest);
    }

    Subject in(String otherLanguage) {
        return new Subject(query, maxPrice, otherLanguage, List.of(), cheapest);
    }

    /** The same after these books were shown. */
    public Subject shown(List<BookOnOffer> books) {
        var all = Stream.concat(seen.stream(), books.stream().map(BookOnOffer::id))
                .distinct()
                .toList();
        var least = books.stream().map(BookOnOffer::amount).min(Comparator.naturalOrder());
        return new Subject(query, maxPrice, language, all, least.orElse(cheapest));
    }
}
