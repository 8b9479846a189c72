package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;

/** Ending what is remembered of searches, in all instances at once. */
class CatalogEpochRoutes extends RouteBuilder {

    private final Epochs epochs;

    CatalogEpochRoutes(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:catalog-forget-pages")
                .routeId("catalog-forget-pages")
                .routeGroup("catalog")
                .routeDescription("Begin a new epoch, in which no page of before counts")
                .process(epochs::next)
                .to("direct:catalog-ask-redis")
                .process(epochs::note)
                .to("seda:catalog-warm-pages?size=1&discardWhenFull=true&waitForTaskToComplete=Never");

        from("direct:catalog-age-pages")
                .routeId("catalog-age-pages")
                .routeGroup("catalog")
                .routeDescription("Begin a new edition, in which pages of before are given once more at most")
                .process(epochs::nextEdition)
                .to("direct:catalog-ask-redis")
                .process(epochs::note);

        from("timer:catalog-catch-up-epoch?period=1000")
                .routeId("catalog-catch-up-epoch")
                .routeGroup("catalog")
                .routeDescription("Begin the epoch that could not begin because Redis was away")
                .filter(epochs::isDue)
                .to("direct:catalog-forget-pages")
                .end();
    }
}
