package bookstore.catalog.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A page as it is kept in the cache.
 *
 * @param epoch state of the catalogue before the page was made; in another one it counts no more
 */
public record RememberedPage(String epoch, Instant madeAt, Instant freshUntil, ResultPage page) {

    /** What stands in the cache may have been written by anybody. */
    public RememberedPage {
        Objects.requireNonNull(epoch);
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(freshUntil);
        Objects.requireNonNull(page);
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    public Duration age(Instant now) {
        return Duration.between(madeAt, now);
    }
}
