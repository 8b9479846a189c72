package bookstore.basket.routes;

import bookstore.basket.Owner;
import bookstore.edge.Caller;
import bookstore.edge.Parameters;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.camel.Exchange;

/** Says whose basket a request is about. A guest who has no token yet is handed one with the answer. */
final class Owners {

    static final String GUEST_BASKET = "X-Guest-Basket";

    private final SecureRandom random = new SecureRandom();

    Owner of(Exchange exchange) {
        var user = Caller.of(exchange).subject();
        if (user.isPresent()) {
            exchange.getMessage().removeHeader(GUEST_BASKET);
            return Owner.user(user.get());
        }
        var token = Parameters.of(exchange).find(GUEST_BASKET).orElseGet(this::token);
        exchange.getMessage().setHeader(GUEST_BASKET, token);
        return Owner.guest(token);
    }

    /** 128 bits that nobody can guess. */
    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
