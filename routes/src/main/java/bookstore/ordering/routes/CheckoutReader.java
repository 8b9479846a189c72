package bookstore.ordering.routes;

import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.edge.RepeatedRequest;
import bookstore.ordering.Address;
import bookstore.ordering.Checkout;
import bookstore.ordering.PlaceOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Reads what a buyer at the checkout wants. */
final class CheckoutReader {

    static final String OPERATION = "ordering-submit-order";

    private static final Pattern WAIT =
            Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*([1-9]|[12]\\d|30)(?=$|[,;\\s])");

    private final Json json;

    CheckoutReader(Json json) {
        this.json = json;
    }

    /** The body of the request. */
    private record Order(String paymentMethodToken, Address shippingAddress, String email) {}

    CheckoutRequest read(Exchange exchange) {
        var key = RepeatedRequest.key(exchange, OPERATION);
        var fingerprint = key.isPresent() ? RepeatedRequest.fingerprint(exchange, key.get()) : "";
        var order = json.read(exchange, Order.class);
        var buyer = Caller.of(exchange).userId();
        var parameters = Parameters.of(exchange);
        var wish = new PlaceOrder(buyer, order.email(), order.paymentMethodToken(), order.shippingAddress());
        Checkout.checkCountry(wish);
        return new CheckoutRequest(
                wish, key, fingerprint, parameters.find("Prefer").flatMap(CheckoutReader::patience));
    }

    /** As RFC 7240 has it: what is not understood is passed over. */
    static Optional<Duration> patience(String preference) {
        var wait = WAIT.matcher(preference);
        return wait.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(wait.group(1)))) : Optional.empty();
    }
}
