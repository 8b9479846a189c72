package bookstore.catalog.routes;

import bookstore.edge.HttpRoutes;

/** Finding books. */
class CatalogSearchRoutes extends HttpRoutes {

    private final ResultPages pages;
    private final BareShelves shelves;
    private final SuggestedTitles suggestions;

    CatalogSearchRoutes(ResultPages pages, BareShelves shelves, SuggestedTitles suggestions) {
        super("catalog");
        this.pages = pages;
        this.shelves = shelves;
        this.suggestions = suggestions;
    }

    @Override
    protected void operations() {
        answer("catalog-search-books", "Find books by what they are called and what they are about")
                .process(SearchRequest::read)
                .to("direct:catalog-recall-page")
                .filter(PageCache::isStale)
                .to("seda:catalog-refresh-page?size=100&discardWhenFull=true&waitForTaskToComplete=Never")
                .end()
                .filter(body().isNull())
                .to("direct:catalog-find-page")
                .end()
                .process(shelves::refuseIfBare)
                .process(pages::answer);

        answer("catalog-suggest-books", "Complete what somebody types").process(suggestions::answer);
    }
}
