package bookstore.basket.routes;

import bookstore.basket.BasketView;
import bookstore.basket.Owner;
import bookstore.basket.Shopping;
import bookstore.edge.Caller;
import bookstore.edge.HttpRoutes;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.shared.BookName;
import java.util.UUID;
import org.apache.camel.Exchange;

/** A basket over HTTP. */
class BasketHttpRoutes extends HttpRoutes {

    /** How many copies of a book somebody wants. */
    record Wanted(int quantity) {}

    /** The basket that somebody held before logging in. */
    record Brought(String guestToken) {}

    private final Shopping shopping;
    private final Json json;
    private final Owners owners = new Owners();

    BasketHttpRoutes(Shopping shopping, Json json) {
        super("basket");
        this.shopping = shopping;
        this.json = json;
    }

    @Override
    protected void operations() {
        answer("basket-show", "Show the basket with the prices and the stock of now")
                .setBody(exchange -> shopping.show(owners.of(exchange)));

        answer("basket-put-item", "Lay copies of a book aside").setBody(this::put);

        answer("basket-remove-item", "Take a book out of the basket").setBody(this::remove);

        answer("basket-empty", "Take everything out of the basket").process(this::empty);

        answer("basket-merge", "Take over what somebody laid aside before logging in")
                .setBody(this::merge);
    }

    private BasketView put(Exchange exchange) {
        var wanted = json.read(exchange, Wanted.class);
        return shopping.put(owners.of(exchange), book(exchange), wanted.quantity());
    }

    private BasketView remove(Exchange exchange) {
        return shopping.remove(owners.of(exchange), book(exchange));
    }

    private UUID book(Exchange exchange) {
        return shopping.meant(new BookName(Parameters.of(exchange).text("bookId")));
    }

    private void empty(Exchange exchange) {
        shopping.empty(owners.of(exchange));
        json.noContent(exchange);
    }

    private BasketView merge(Exchange exchange) {
        var brought = json.read(exchange, Brought.class);
        var user = Owner.user(Caller.of(exchange).userId());
        return shopping.merge(Owner.guest(brought.guestToken()), user);
    }
}
