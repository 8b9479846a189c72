package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;

/** How a page of results is found: words and meaning are searched at the same time, and either will do. */
class CatalogRankingRoutes extends RouteBuilder {

    private static final String SEARCHES = "catalog-searches";

    private final ResultPages pages;

    CatalogRankingRoutes(ResultPages pages) {
        this.pages = pages;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        getCamelContext().getExecutorServiceManager().registerThreadPoolProfile(searches());

        from("direct:catalog-compose-page")
                .routeId("catalog-compose-page")
                .routeGroup("catalog")
                .routeDescription("Search, fuse what was found, and cut the page out of it")
                .choice()
                .when(pages::isWithoutText)
                .process(pages::browse)
                .when(pages::needsBoth)
                .multicast(new JoinedFindings())
                .parallelProcessing()
                .stopOnException()
                .executorService(SEARCHES)
                .to("direct:catalog-search-texts", "direct:catalog-search-meanings")
                .end()
                .process(pages::cut)
                .endChoice()
                .when(pages::isByMeaning)
                .to("direct:catalog-search-meanings")
                .process(pages::cut)
                .otherwise()
                .to("direct:catalog-search-texts")
                .process(pages::cut)
                .end();

        from("direct:catalog-search-texts")
                .routeId("catalog-search-texts")
                .routeGroup("catalog")
                .routeDescription("Find books by their words")
                .process(pages::searchTexts);
    }

    /** As many threads as shoppers who wait, or a part that is slow would let the others wait in a queue. */
    private static ThreadPoolProfile searches() {
        return new ThreadPoolProfileBuilder(SEARCHES)
                .poolSize(2)
                .maxPoolSize(128)
                .maxQueueSize(0)
                .build();
    }
}
