package bookstore.catalog.routes;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;

/** How a page of results comes to be: words and meaning are searched at the same time, and either will do. */
class CatalogRankingRoutes extends RouteBuilder {

    private static final String SEARCHES = "catalog-searches";

    private final ResultPages pages;
    private final Flights flights;

    CatalogRankingRoutes(ResultPages pages, Flights flights) {
        this.pages = pages;
        this.flights = flights;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        getCamelContext().getExecutorServiceManager().registerThreadPoolProfile(searches());

        from("direct:catalog-find-page")
                .routeId("catalog-find-page")
                .routeGroup("catalog")
                .routeDescription("Find a page of results, once for all who ask for it at the same time")
                .process(flights::board)
                .filter(variable(Flights.OWN).isNotNull())
                .doTry()
                .to("direct:catalog-make-page")
                .doFinally()
                .process(flights::land)
                .end()
                .end();

        from("direct:catalog-make-page")
                .routeId("catalog-make-page")
                .routeGroup("catalog")
                .routeDescription("Find and keep a page that nobody has kept in the last moment")
                .filter(PageCache::isHere)
                .to("direct:catalog-recall-page")
                .end()
                .filter(PageCache::isNotFresh)
                .to("direct:catalog-compose-page")
                .to("direct:catalog-remember-page")
                .end();

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
