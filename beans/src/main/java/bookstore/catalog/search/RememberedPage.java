package bookstore.catalog.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A page as it is kept in the cache.
 *
 * @param epoch state of the catalogue before the page was made; in another one it counts no more
 * @param edition which books there were; with more of them the page is old, but what it says is true
 */
public record RememberedPage(String epoch, String edition, Instant madeAt, Instant freshUntil, ResultPage page) {

    /** What stands in the cache may have been written by anybody. */
    public RememberedPage {
        Objects.requireNonNull(epoch);
        Objects.requireNonNull(edition);
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(freshUntil);
        Objects.requireNonNull(page);
    }

    public boolean isFresh(String present, Instant now) {
        return edition.equals(present) && now.isBefore(freshUntil);
    }

    public Duration age(Instant now) {
        return Duration.between(madeAt, now);
    }
}
