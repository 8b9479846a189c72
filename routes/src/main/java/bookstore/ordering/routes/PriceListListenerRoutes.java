package bookstore.ordering.routes;

import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.PriceChanged;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.PriceList;

/** What ordering hears of prices. */
class PriceListListenerRoutes extends MessageRoutes {

    private final PriceList prices;

    PriceListListenerRoutes(PriceList prices) {
        super("ordering");
        this.prices = prices;
    }

    @Override
    protected void listeners() {
        hear(BookCreated.class, "Learn what a new book costs").process().body(BookCreated.class, prices::add);

        hear(PriceChanged.class, "Learn a book's new price").process().body(PriceChanged.class, prices::change);

        hear(BookDeleted.class, "Sell a book no longer").process().body(BookDeleted.class, prices::remove);
    }
}
