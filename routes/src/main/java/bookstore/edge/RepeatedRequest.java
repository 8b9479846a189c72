package bookstore.edge;

import bookstore.shared.RequestKey;
import java.util.Optional;
import org.apache.camel.Exchange;

/** By what a request is known that may come again: the key that its caller gave it, for one operation on one thing. */
public final class RepeatedRequest {

    private static final String KEY = "Idempotency-Key";
    private static final String GUEST = "";

    private RepeatedRequest() {}

    /** @param operation as in the contract, which has to declare the key there */
    public static Optional<RequestKey> key(Exchange exchange, String operation) {
        var parameters = Parameters.of(exchange);
        var caller = Caller.of(exchange).subject().orElse(GUEST);
        var thing = parameters.find("id").map(id -> operation + " " + id).orElse(operation);
        return parameters.find(KEY).map(key -> new RequestKey(caller, thing, key));
    }

    /** What to recognise the body by, as long as nobody has read it. */
    public static String fingerprint(Exchange exchange, RequestKey key) {
        return key.fingerprint(BodyDigest.along(exchange).whole());
    }
}
