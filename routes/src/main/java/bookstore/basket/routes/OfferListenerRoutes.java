package bookstore.basket.routes;

import bookstore.basket.Offers;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.BookDeleted;
import bookstore.catalog.events.BookUpdated;
import bookstore.catalog.events.PriceChanged;
import bookstore.inventory.events.StockChanged;
import bookstore.messaging.MessageRoutes;

/** What the basket hears of books: it shows them without asking anybody. */
class OfferListenerRoutes extends MessageRoutes {

    private final Offers offers;

    OfferListenerRoutes(Offers offers) {
        super("basket");
        this.offers = offers;
    }

    @Override
    protected void listeners() {
        hear(BookCreated.class, "Offer a new book").process().body(BookCreated.class, offers::add);

        hear(BookUpdated.class, "Show a book as the catalogue describes it now")
                .process()
                .body(BookUpdated.class, offers::change);

        hear(PriceChanged.class, "Show the new price of a book").process().body(PriceChanged.class, offers::change);

        hear(BookDeleted.class, "Offer a book no longer").process().body(BookDeleted.class, offers::remove);

        hear(StockChanged.class, "Show how many copies of a book there are now")
                .process()
                .body(StockChanged.class, offers::count);
    }
}
