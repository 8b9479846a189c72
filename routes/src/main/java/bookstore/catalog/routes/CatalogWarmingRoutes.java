package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;

/** Keeping the answers to popular searches ready: after the start, after each change of the catalogue, and always. */
class CatalogWarmingRoutes extends RouteBuilder {

    private final PopularSearches popular;
    private final CacheMeters meters;

    CatalogWarmingRoutes(PopularSearches popular, CacheMeters meters) {
        this.popular = popular;
        this.meters = meters;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from("timer:catalog-warm-pages?period={{bookstore.catalog.cache.warm-every}}&delay=5000")
                .routeId("catalog-schedule-warming")
                .routeGroup("catalog")
                .routeDescription("Have the cache warmed from time to time")
                .to("seda:catalog-warm-pages?size=1&discardWhenFull=true&waitForTaskToComplete=Never");

        from("seda:catalog-warm-pages?size=1&discardWhenFull=true")
                .routeId("catalog-warm-pages")
                .routeGroup("catalog")
                .routeDescription("Search for what is popular, unless another instance does")
                .filter(popular::isMine)
                .process(popular::ask)
                .to("direct:catalog-ask-redis")
                .process(PopularSearches::read)
                .split(body())
                .process(PopularSearches::begin)
                .to("direct:catalog-warm-page")
                .end()
                .end();

        from("direct:catalog-warm-page")
                .routeId("catalog-warm-page")
                .routeGroup("catalog")
                .routeDescription("Find a page unless it is there")
                .to("direct:catalog-recall-page")
                .filter(PageCache::isNotFresh)
                .to("direct:catalog-find-page")
                .process(exchange -> meters.countWarmed())
                .end();
    }
}
