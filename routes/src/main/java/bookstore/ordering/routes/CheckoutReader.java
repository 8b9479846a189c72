package bookstore.ordering.routes;

import bookstore.edge.Caller;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.ordering.Address;
import bookstore.ordering.Checkout;
import bookstore.ordering.PlaceOrder;
import bookstore.ordering.RequestKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
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
        var body = exchange.getMessage().getBody(byte[].class);
        var order = json.read(exchange, Order.class);
        var buyer = Caller.of(exchange).userId();
        var parameters = Parameters.of(exchange);
        var name = parameters.find("Idempotency-Key");
        var wish = new PlaceOrder(buyer, order.email(), order.paymentMethodToken(), order.shippingAddress());
        Checkout.checkCountry(wish);
        var key = name.map(text -> new RequestKey(buyer, OPERATION, text, hash(body)));
        return new CheckoutRequest(wish, key, parameters.find("Prefer").flatMap(CheckoutReader::patience));
    }

    /** As RFC 7240 has it: what is not understood is passed over. */
    static Optional<Duration> patience(String preference) {
        var wait = WAIT.matcher(preference);
        return wait.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(wait.group(1)))) : Optional.empty();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
