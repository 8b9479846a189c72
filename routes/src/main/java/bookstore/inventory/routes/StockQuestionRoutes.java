package bookstore.inventory.routes;

import bookstore.inventory.StockBook;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.messaging.MessageRoutes;

/** What other contexts may ask of the stock. */
class StockQuestionRoutes extends MessageRoutes {

    private final StockBook book;

    StockQuestionRoutes(StockBook book) {
        super("inventory");
        this.book = book;
    }

    @Override
    protected void listeners() {
        reply(TellReservations.class, "Say what is or was held for orders, page by page", book::tell);
        reply(TellMiscounts.class, "Say of which books the reserved copies do not add up", book::tell);
    }
}
