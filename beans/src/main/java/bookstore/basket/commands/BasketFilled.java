package bookstore.basket.commands;

import bookstore.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link FillBasket}: the basket as its page shows it.
 *
 * @param totalMinor what all of it costs now, in the minor unit of the currency
 * @param expiresAt when it will be forgotten unless somebody looks at it; null where there is none
 */
public record BasketFilled(List<Line> lines, long totalMinor, String currency, @Nullable Instant expiresAt)
        implements Reply {

    /**
     * One book in the basket.
     *
     * @param priceMinor what a copy costs now, in the minor unit
     * @param available copies that can be had
     * @param stockStatus the same in a word, such as {@code LOW}
     * @param priceChanged whether it cost something else when the buyer last saw it
     */
    public record Line(
            UUID bookId,
            String title,
            long priceMinor,
            int available,
            String stockStatus,
            int quantity,
            boolean priceChanged) {}
}
