package bookstore.catalog.routes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often this instance found an answer ready: {@code bookstore.catalog.searches.answered} by cache state. */
final class CacheMeters {

    private final Map<String, Counter> counters;
    private final Counter warmed;

    CacheMeters(MeterRegistry registry) {
        this.counters = Stream.of("HIT", "STALE", "MISS")
                .collect(Collectors.toUnmodifiableMap(Function.identity(), state -> counter(registry, state)));
        this.warmed = Counter.builder("bookstore.catalog.cache.warmed")
                .description("Pages that this instance has found before anybody asked for them")
                .register(registry);
        Gauge.builder("bookstore.catalog.cache.hit.ratio", this, CacheMeters::hitRatio)
                .description("Part of the searches that was answered from the cache")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String state) {
        return Counter.builder("bookstore.catalog.searches.answered")
                .tag("cache", state.toLowerCase(Locale.ROOT))
                .description("Searches by what the cache had for them")
                .register(registry);
    }

    void count(String state) {
        counters.get(state).increment();
    }

    void countWarmed() {
        warmed.increment();
    }

    long warmed() {
        return (long) warmed.count();
    }

    long counted(String state) {
        return (long) counters.get(state).count();
    }

    /** Stale answers are hits too; 0 before the first search. */
    double hitRatio() {
        var hits = counters.get("HIT").count() + counters.get("STALE").count();
        var all = hits + counters.get("MISS").count();
        return all == 0 ? 0 : hits / all;
    }
}
