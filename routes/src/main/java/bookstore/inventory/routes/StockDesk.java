package bookstore.inventory.routes;

import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.inventory.Stock;
import bookstore.shared.BookName;
import org.apache.camel.Exchange;

/** Takes what an admin has counted. */
class StockDesk {

    private final Stock stock;
    private final Json json;

    StockDesk(Stock stock, Json json) {
        this.stock = stock;
        this.json = json;
    }

    private record ShelfCount(int onHand) {}

    void count(Exchange exchange) {
        var bookId = new BookName(Parameters.of(exchange).text("bookId")).id(stock::named);
        json.ok(
                exchange,
                stock.count(bookId, json.read(exchange, ShelfCount.class).onHand()));
    }
}
