package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;

/** Adding up in Redis what all instances were asked. */
class CatalogPopularityRoutes extends RouteBuilder {

    private final PopularSearches popular;

    CatalogPopularityRoutes(PopularSearches popular) {
        this.popular = popular;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from("timer:catalog-count-searches?period={{bookstore.catalog.cache.count-every}}")
                .routeId("catalog-count-searches")
                .routeGroup("catalog")
                .routeDescription("Tell Redis what was searched for, so that all instances know what is popular")
                .process(popular::drain)
                .filter(simple("${body.size} > 0"))
                .split(body())
                .process(popular::count)
                .to("direct:catalog-ask-redis")
                .process(popular::carryOver)
                .to("direct:catalog-ask-redis")
                .end()
                .process(popular::keep)
                .to("direct:catalog-ask-redis")
                .process(popular::trim)
                .to("direct:catalog-ask-redis")
                .end();
    }
}
