package bookstore.faults;

import static bookstore.faults.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.stories.Shop;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Buyers who order at the same moment. */
final class Crowd {

    /** Between them they meet every way an order can go. */
    static final String[] ALL_WAYS = {
        "tok_visa", "tok_visa", "tok_slow", "tok_declined", "tok_timeout_charged", "tok_error_then_ok"
    };

    private final List<Wish> wishes;

    private Crowd(List<Wish> wishes) {
        this.wishes = wishes;
    }

    /** Each with a basket that is filled; the first three want the last copy of a book, so that two go without. */
    static Crowd of(Shop shop, Shelf shelf, String... paymentTokens) throws IOException, TimeoutException {
        var scarce = shelf.add(shop, 1);
        var plentiful = shelf.add(shop, paymentTokens.length);
        var choice = Stream.concat(Stream.of(scarce, scarce, scarce), Stream.generate(() -> plentiful))
                .iterator();
        var wishes = Stream.of(paymentTokens)
                .map(token -> new Wish(shop.buyer(), choice.next(), token))
                .toList();
        wishes.forEach(wish -> await("a filled basket").atMost(PATIENCE).until(wish::fillsBasket));
        return new Crowd(wishes);
    }

    /** Everybody asks once, whatever becomes of it. */
    void orders() {
        ExecutorService threads = Executors.newFixedThreadPool(wishes.size());
        try {
            CompletableFuture.allOf(wishes.stream()
                            .map(wish -> CompletableFuture.runAsync(wish::ask, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    /** All of them at once are told to come again soon. */
    void arePutOff() {
        wishes.parallelStream()
                .flatMap(wish -> Stream.of(wish.answer(), wish.basket()))
                .forEach(answer -> {
                    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                    assertThat(answer.header("Retry-After")).isEqualTo("2");
                    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                });
    }

    /** Nobody wants what he has ordered any more. */
    void callsOff() {
        wishes.forEach(wish -> assertThat(wish.isCalledOff()).isTrue());
    }

    /** Those who have no answer ask until they have. */
    List<UUID> insists() {
        for (var wish : wishes) {
            await("an answer").atMost(PATIENCE).untilAsserted(() -> {
                if (wish.order().isEmpty()) {
                    wish.ask();
                }
                assertThat(wish.order()).isPresent();
            });
        }
        return wishes.stream().flatMap(wish -> wish.order().stream()).toList();
    }
}
