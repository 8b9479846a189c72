package bookstore.inventory.routes;

import bookstore.edge.EntityTag;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.inventory.Stock;
import bookstore.inventory.StockLevel;
import bookstore.shared.BookName;
import bookstore.shared.Refusal;
import java.util.UUID;
import org.apache.camel.Exchange;

/** Takes what an admin has counted; the tag of what was shown before tells whether copies have moved since. */
class StockDesk {

    private final Stock stock;
    private final Json json;

    StockDesk(Stock stock, Json json) {
        this.stock = stock;
        this.json = json;
    }

    private record ShelfCount(int onHand) {}

    void show(Exchange exchange) {
        answer(exchange, stock.find(bookId(exchange)).orElseThrow(() -> Refusal.notFound("This book")));
    }

    void count(Exchange exchange) {
        var counted = json.read(exchange, ShelfCount.class).onHand();
        answer(exchange, stock.count(bookId(exchange), counted, EntityTag.seen(exchange)));
    }

    private UUID bookId(Exchange exchange) {
        return new BookName(Parameters.of(exchange).text("bookId")).id(stock::named);
    }

    private void answer(Exchange exchange, StockLevel level) {
        json.ok(exchange, level);
        EntityTag.of(level.version()).on(exchange);
    }
}
