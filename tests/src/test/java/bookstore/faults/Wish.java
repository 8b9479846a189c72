package bookstore.faults;

import bookstore.edge.Browser.Page;
import bookstore.stories.Buyer;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One buyer's one order: asked for again under the same key until there is an answer, as a good client does. */
final class Wish {

    private final Buyer buyer;
    private final String book;
    private final String paymentToken;
    private final String key = UUID.randomUUID().toString();
    private volatile @Nullable UUID order;
    private volatile boolean asked;

    Wish(Buyer buyer, String book, String paymentToken) {
        this.buyer = buyer;
        this.book = book;
        this.paymentToken = paymentToken;
    }

    boolean fillsBasket() {
        return buyer.puts(book, 1);
    }

    /** Asks once; a shop that dies meanwhile leaves the answer open. */
    void ask() {
        asked = true;
        try {
            note(buyer.order(paymentToken, key, "respond-async"));
        } catch (UncheckedIOException nobodyKnows) {
            // that is what the key is for
            return;
        }
    }

    /** Asks once, and says what was answered. */
    Page answer() {
        return buyer.order(paymentToken, key, "respond-async");
    }

    Page basket() {
        return buyer.sees("/api/basket");
    }

    private void note(Page answer) {
        if (answer.status() == 201 || answer.status() == 202) {
            order = UUID.fromString(answer.json().path("id").asText());
        } else if (answer.status() < 500) {
            throw new AssertionError("an order was refused: " + answer.status() + " " + answer.body());
        }
    }

    /** Whether there may be an order of which the buyer has not heard. */
    boolean isOpen() {
        return asked && order == null;
    }

    boolean isCalledOff() {
        return buyer.callsOff(order().orElseThrow());
    }

    Optional<UUID> order() {
        return Optional.ofNullable(order);
    }
}
