package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted ends, and money, books and mails agree, whenever the process is killed. */
class KilledShopStoryTest {

    private static final int COPIES = 25;
    private static final int BUYERS = 30;

    @Test
    void every_accepted_order_ends_although_the_shop_is_killed_twice(@TempDir Path directory) throws Exception {
        try (var process = new ShopProcess(directory)) {
            var shop = process.start();
            var book = shop.book("The Survivor", COPIES);
            var buyers = IntStream.range(0, BUYERS).mapToObj(i -> shop.buyer()).toList();
            buyers.forEach(buyer -> assertThat(buyer.puts(book, 1)).isTrue());
            List<Order> accepted = new ArrayList<>();
            buyers.subList(0, BUYERS / 2).forEach(buyer -> accepted.add(placed(shop, buyer)));
            assertThat(accepted).extracting(Order::status).anyMatch(status -> status.startsWith("PAYMENT_"));

            process.kill();
            process.start();
            buyers.subList(BUYERS / 2, BUYERS).forEach(buyer -> accepted.add(placed(shop, buyer)));
            process.kill();
            process.start();

            allEnd(accepted);
            agree(shop, book, accepted);
        }
    }

    /** Asks again with the same key while the shop says that a part of it is not there yet. */
    private static Order placed(Shop shop, Buyer buyer) {
        var answer = await().atMost(Shop.PATIENCE)
                .until(() -> buyer.order("tok_slow", buyer.email(), "respond-async"), page -> page.status() != 503);
        return Order.of(shop, buyer, answer);
    }

    private static void allEnd(List<Order> orders) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(orders)
                .extracting(Order::status)
                .allMatch(status -> status.equals("ORDER_CONFIRMED") || status.equals("ORDER_CANCELLED")));
    }

    private static void agree(Shop shop, String book, List<Order> orders) {
        var confirmed = orders.stream()
                .filter(order -> order.status().equals("ORDER_CONFIRMED"))
                .toList();
        await().atMost(Shop.PATIENCE).until(() -> shop.stockOf(book) == COPIES - confirmed.size());
        assertThat(orders)
                .filteredOn(order -> !confirmed.contains(order))
                .allMatch(order -> !order.now().at("/payment/status").asText().equals("PROCESSED")
                        || order.now().at("/refund/status").asText().equals("PROCESSED"));
        for (var order : confirmed) {
            await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(
                            shop.mailsTo(order.buyer().email()))
                    .filteredOn(mail -> mail.path("messageId").asText().contains("order-confirmed"))
                    .extracting(mail -> mail.path("messageId").asText())
                    .hasSizeGreaterThanOrEqualTo(1)
                    .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(1)));
        }
    }
}
