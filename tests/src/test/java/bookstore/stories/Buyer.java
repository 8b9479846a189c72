package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** Somebody who buys. */
public final class Buyer {

    private final Shop shop;
    private final String name;
    private final String token;

    Buyer(Shop shop, String name, String token) {
        this.shop = shop;
        this.name = name;
        this.token = token;
    }

    public String email() {
        return name + "@example.com";
    }

    public String token() {
        return token;
    }

    /** Whether the shop let it. */
    public boolean puts(String book, int quantity) {
        return shop.api()
                        .put(
                                "/api/basket/items/" + book,
                                "{\"quantity\":%d}".formatted(quantity),
                                "Authorization",
                                token)
                        .status()
                == 200;
    }

    JsonNode basket() {
        return shop.api().get("/api/basket", "Authorization", token).json();
    }

    /** Orders what is in the basket and waits for what becomes of it. */
    Order orders(String paymentToken) {
        return Order.of(shop, this, order(paymentToken, UUID.randomUUID().toString(), "wait=10"));
    }

    /** One copy of a book, ordered. */
    Order orders(String book, String paymentToken) {
        assertThat(puts(book, 1)).isTrue();
        return orders(paymentToken);
    }

    public Page order(String paymentToken, String key, String prefer) {
        return shop.api()
                .post(
                        "/api/orders",
                        checkout(paymentToken, email()),
                        "Authorization",
                        token,
                        "Idempotency-Key",
                        key,
                        "Prefer",
                        prefer);
    }

    /** Whether it was not too late. */
    public boolean callsOff(UUID order) {
        return shop.api()
                        .post("/api/orders/" + order + "/cancel", "", "Authorization", token)
                        .status()
                == 202;
    }

    public Page sees(String path) {
        return shop.api().get(path, "Authorization", token);
    }

    /** The body of an order. */
    static String checkout(String paymentToken, String email) {
        return """
                {"paymentMethodToken":"%s","email":"%s","shippingAddress":{"name":"Ann Buyer","line1":"Street 1",
                 "city":"Berlin","postalCode":"10115","country":"DE"}}
                """
                .formatted(paymentToken, email);
    }
}
