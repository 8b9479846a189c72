package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An order as its buyer follows it. */
record Order(Shop shop, Buyer buyer, String id) {

    static Order of(Shop shop, Buyer buyer, Page answer) {
        assertThat(answer.status()).as(answer.body()).isIn(201, 202);
        return new Order(shop, buyer, answer.json().path("id").asText());
    }

    JsonNode now() {
        return buyer.sees("/api/orders/" + id).json();
    }

    String status() {
        return now().path("status").asText();
    }

    /** Waits until it stands there. */
    Order becomes(String status) {
        await("order " + id + " to become " + status).atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(status())
                .isEqualTo(status));
        return this;
    }

    Order because(String reason) {
        assertThat(now().path("reason").asText()).isEqualTo(reason);
        return this;
    }

    /** What has happened to it, in its order. */
    List<String> events() {
        return buyer.sees("/api/orders/" + id + "/timeline")
                .json()
                .path("items")
                .findValuesAsText("event");
    }

    /** Where it has stood, in its order. */
    List<String> statuses() {
        return buyer.sees("/api/orders/" + id + "/timeline")
                .json()
                .path("items")
                .findValuesAsText("to");
    }
}
