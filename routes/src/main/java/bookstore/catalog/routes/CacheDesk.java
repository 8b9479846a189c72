package bookstore.catalog.routes;

import bookstore.catalog.search.QueryVectors;
import bookstore.edge.Json;
import java.util.Collection;
import org.apache.camel.Exchange;

/** Where an admin sees how the cache does. */
final class CacheDesk {

    private static final String PLACE = "/api/admin/cache";

    /**
     * What is told.
     *
     * @param hits of this instance since its start, as stale and misses
     * @param embeddings questions whose meaning this instance remembers
     * @param warmed pages that this instance has found before anybody asked for them
     * @param popular what was searched for most today, in all instances
     */
    record Statistics(
            long hits,
            long stale,
            long misses,
            double hitRatio,
            int embeddings,
            long warmed,
            boolean away,
            Collection<?> popular) {}

    private final CacheMeters meters;
    private final QueryVectors vectors;
    private final Json json;

    CacheDesk(CacheMeters meters, QueryVectors vectors, Json json) {
        this.meters = meters;
        this.vectors = vectors;
        this.json = json;
    }

    void show(Exchange exchange) {
        json.ok(
                exchange,
                new Statistics(
                        meters.counted("HIT"),
                        meters.counted("STALE"),
                        meters.counted("MISS"),
                        meters.hitRatio(),
                        vectors.size(),
                        meters.warmed(),
                        PageCache.isAway(exchange),
                        exchange.getMessage().getBody(Collection.class)));
    }

    void accepted(Exchange exchange) {
        json.accepted(exchange, PLACE, null);
    }

    void cleared(Exchange exchange) {
        json.noContent(exchange);
    }
}
