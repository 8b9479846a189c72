package bookstore.ordering.routes;

import bookstore.basket.commands.ReadBasket;
import bookstore.ordering.PlaceOrder;
import bookstore.ordering.RequestKey;
import java.time.Duration;
import java.util.Optional;

/**
 * A buyer at the checkout.
 *
 * @param key by which the request is known if it comes again
 * @param patience how long the buyer waits for the end of the order; empty for not at all
 */
record CheckoutRequest(PlaceOrder wish, Optional<RequestKey> key, Optional<Duration> patience) {

    ReadBasket question() {
        return new ReadBasket(wish.buyerId());
    }
}
