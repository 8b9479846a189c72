package bookstore.catalog.routes;

import bookstore.edge.Fallback;
import org.apache.camel.builder.RouteBuilder;

/** Remembering pages of results in Redis, which is never needed. */
class CatalogCacheRoutes extends RouteBuilder {

    private final PageCache cache;

    CatalogCacheRoutes(PageCache cache) {
        this.cache = cache;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:catalog-recall-page")
                .routeId("catalog-recall-page")
                .routeGroup("catalog")
                .routeDescription("Look whether the page was found lately")
                .process(cache::ask)
                .to("direct:catalog-ask-redis")
                .process(cache::recall);

        from("direct:catalog-remember-page")
                .routeId("catalog-remember-page")
                .routeGroup("catalog")
                .routeDescription("Keep a page for those who ask next")
                .filter(PageCache::isToBeKept)
                .setVariable("page", body())
                .process(cache::keep)
                .to("direct:catalog-ask-redis")
                .setBody(variable("page"))
                .end();

        from("seda:catalog-refresh-page?size=100&discardWhenFull=true&concurrentConsumers=2")
                .routeId("catalog-refresh-page")
                .routeGroup("catalog")
                .routeDescription("Find a page anew whose time is over, unless another instance does")
                .filter(cache::isMine)
                .to("direct:catalog-find-page")
                .end();

        from("direct:catalog-ask-redis")
                .routeId("catalog-ask-redis")
                .routeGroup("catalog")
                .routeDescription("Say something to Redis, if it is there")
                .circuitBreaker()
                .id("catalog-redis")
                .to("{{bookstore.catalog.cache.endpoint}}")
                .onFallback()
                .process(PageCache::away)
                .end()
                .removeProperties(Fallback.MARKS)
                .removeHeaders("CamelRedis.*");
    }
}
