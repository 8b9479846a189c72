package bookstore.ordering.routes;

import bookstore.basket.commands.ReadBasket;
import bookstore.ordering.PlaceOrder;
import bookstore.shared.RequestKey;
import java.time.Duration;
import java.util.Optional;

/**
 * A buyer at the checkout.
 *
 * @param key by which the request is known if it comes again
 * @param fingerprint tells under its key whether it is the same request again, empty without one
 * @param patience how long the buyer waits for the end of the order; empty for not at all
 */
record CheckoutRequest(PlaceOrder wish, Optional<RequestKey> key, String fingerprint, Optional<Duration> patience) {

    ReadBasket question() {
        return new ReadBasket(wish.buyerId());
    }
}
