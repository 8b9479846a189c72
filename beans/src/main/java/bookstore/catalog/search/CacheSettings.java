package bookstore.catalog.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers to searches are remembered.
 *
 * @param fresh how long an answer is as good as new; each one's own time is up to a fifth shorter, so that what was
 *     remembered together does not end together
 * @param stale how much longer it is still given, while a new one is made
 * @param embeddings how many questions' meanings an instance remembers
 * @param popular how many of the most frequent searches are kept ready
 */
@ConfigurationProperties("bookstore.catalog.cache")
public record CacheSettings(
        @DefaultValue("60s") Duration fresh,
        @DefaultValue("5m") Duration stale,
        @DefaultValue("10000") int embeddings,
        @DefaultValue("50") int popular) {}
