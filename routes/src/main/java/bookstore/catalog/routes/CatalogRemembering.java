package bookstore.catalog.routes;

import bookstore.catalog.search.CacheSettings;
import bookstore.catalog.search.Leases;
import bookstore.catalog.search.Popularity;
import bookstore.catalog.search.QueryVectors;
import bookstore.catalog.search.SearchTally;
import bookstore.edge.Json;
import bookstore.shared.Ids;
import bookstore.shared.postgres.Outbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the catalog service that remembers: what was found, and what was looked for. */
@Configuration(proxyBeanMethods = false)
class CatalogRemembering {

    @Bean
    Popularity popularity() {
        return new Popularity();
    }

    @Bean
    CacheMeters cacheMeters(MeterRegistry registry) {
        return new CacheMeters(registry);
    }

    @Bean
    PageCache pageCache(ObjectMapper json, CacheSettings settings, Leases leases, Clock clock) {
        return new PageCache(json, settings, leases, clock);
    }

    @Bean
    RouteBuilder catalogEpochRoutes(Ids ids) {
        return new CatalogEpochRoutes(new Epochs(ids));
    }

    @Bean
    SearchTally searchTally(Clock clock) {
        return new SearchTally(clock);
    }

    @Bean
    RouteBuilder catalogTallyRoutes(SearchTally tally, @Qualifier("catalogOutbox") Outbox outbox) {
        return new CatalogTallyRoutes(tally, outbox::add);
    }

    @Bean
    RouteBuilder catalogCacheRoutes(PageCache cache) {
        return new CatalogCacheRoutes(cache);
    }

    @Bean
    PopularSearches popularSearches(Popularity popularity, CacheSettings settings, Leases leases, Clock clock) {
        return new PopularSearches(popularity, settings, leases, clock);
    }

    @Bean
    RouteBuilder catalogPopularityRoutes(PopularSearches popular) {
        return new CatalogPopularityRoutes(popular);
    }

    @Bean
    RouteBuilder catalogWarmingRoutes(PopularSearches popular, CacheMeters meters) {
        return new CatalogWarmingRoutes(popular, meters);
    }

    @Bean
    RouteBuilder catalogCacheDeskRoutes(CacheMeters meters, QueryVectors vectors, PopularSearches popular, Json json) {
        return new CatalogCacheDeskRoutes(new CacheDesk(meters, vectors, json), popular);
    }
}
