package bookstore.catalog.events;

import bookstore.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * What was looked for in one hour, added up by one instance of the catalogue; several may tell of the same hour.
 *
 * @param hour its beginning
 */
public record SearchesCounted(Instant hour, List<Count> counts, Instant countedAt) implements DomainEvent {

    /**
     * How often one thing was looked for.
     *
     * @param query normalised, at most 256 characters
     * @param times 1 or more
     * @param withoutResults how many of these found nothing
     */
    public record Count(String query, long times, long withoutResults) {}
}
