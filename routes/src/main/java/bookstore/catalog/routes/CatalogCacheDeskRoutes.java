package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;

/** The cache of searches, for admins. */
class CatalogCacheDeskRoutes extends HttpRoutes {

    private final CacheDesk desk;
    private final PopularSearches popular;

    CatalogCacheDeskRoutes(CacheDesk desk, PopularSearches popular) {
        super("catalog");
        this.desk = desk;
        this.popular = popular;
    }

    @Override
    protected void operations() {
        answer("catalog-show-cache", "Show how often answers were ready, and what is popular")
                .process(popular::ask)
                .to("direct:catalog-ask-redis")
                .process(PopularSearches::read)
                .process(desk::show);

        answer("catalog-warm-cache", "Search for what is popular")
                .to("seda:catalog-warm-pages?size=1&discardWhenFull=true&waitForTaskToComplete=Never")
                .process(desk::accepted);

        answer("catalog-clear-cache", "Forget all pages that were found")
                .to("direct:catalog-forget-pages")
                .process(desk::cleared);
    }
}
