package bookstore.catalog.routes;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.catalog.search.SearchIndex;
import bookstore.messaging.MessageRoutes;

/**
 * How the search follows the catalogue: the index first, then a new epoch in which it is seen. A new book makes what was
 * found only old, or nothing would be remembered as long as a feed comes.
 */
class CatalogIndexRoutes extends MessageRoutes {

    private final SearchIndex index;

    CatalogIndexRoutes(SearchIndex index) {
        super("catalog");
        this.index = index;
    }

    @Override
    protected void listeners() {
        work(BookCreated.class, "Let a new book be found")
                .process()
                .body(BookCreated.class, event -> index.follow(event.bookId()))
                .to("direct:catalog-age-pages");

        work(BookUpdated.class, "Let a book be found by what is said of it now")
                .process()
                .body(BookUpdated.class, event -> index.follow(event.bookId()))
                .to("direct:catalog-forget-pages");

        work(BookDeleted.class, "Let a book be found no more")
                .process()
                .body(BookDeleted.class, event -> index.follow(event.bookId()))
                .to("direct:catalog-forget-pages");

        work(PriceChanged.class, "Let books be filtered and sorted by the new price")
                .to("direct:catalog-forget-pages");
    }
}
