package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** What becomes of an order, and of the money, the books and the mails that belong to it. */
@WholeShop
@ExtendWith(OutputCaptureExtension.class)
class OrderStoryTest {

    private final Shop shop;
    private final RabbitTemplate rabbit;

    OrderStoryTest(
            @Autowired Environment environment,
            @Autowired JWKSource<SecurityContext> keys,
            @Autowired RabbitTemplate rabbit) {
        this.shop = Shop.in(environment, keys);
        this.rabbit = rabbit;
    }

    @Test
    void an_order_that_is_paid_and_in_stock_is_confirmed_and_told_by_mail() {
        var book = shop.book("The Confirmed", 3);
        var buyer = shop.buyer();

        var order = buyer.orders(book, "tok_visa");

        order.becomes("ORDER_CONFIRMED");
        assertThat(order.statuses())
                .containsExactly("ORDER_INITIATED", "PAYMENT_PENDING", "PAYMENT_COMPLETED", "ORDER_CONFIRMED");
        assertThat(order.now().at("/payment/status").asText()).isEqualTo("PROCESSED");
        assertThat(order.now().at("/total/amount").asText()).isEqualTo("12.90");
        await().atMost(Shop.PATIENCE).until(() -> shop.stockOf(book) == 2);
        await().atMost(Shop.PATIENCE).until(() -> buyer.basket().path("items").isEmpty());
        await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(shop.mailsTo(buyer.email()))
                .extracting(mail -> mail.path("messageId").asText())
                .anyMatch(id -> id.contains(order.id() + ".order-confirmed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_insufficient_funds"})
    void a_declined_card_cancels_the_order_and_touches_no_stock(String card) {
        var book = shop.book("The Declined", 3);

        var order = shop.buyer().orders(book, card);

        order.becomes("ORDER_CANCELLED").because(card.equals("tok_declined") ? "CARD_DECLINED" : "INSUFFICIENT_FUNDS");
        assertThat(order.statuses())
                .containsExactly("ORDER_INITIATED", "PAYMENT_PENDING", "PAYMENT_FAILED", "ORDER_CANCELLED");
        assertThat(shop.stockOf(book)).isEqualTo(3);
    }

    @Test
    void of_two_buyers_of_the_last_copy_one_gets_it_and_the_other_his_money_back() {
        var book = shop.book("The Last Copy", 1);
        var buyers = List.of(shop.buyer(), shop.buyer());
        buyers.forEach(buyer -> assertThat(buyer.puts(book, 1)).isTrue());

        var orders = inParallel(2, i -> buyers.get(i).orders("tok_visa"));

        await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(orders)
                .extracting(Order::status)
                .containsExactlyInAnyOrder("ORDER_CONFIRMED", "ORDER_CANCELLED"));
        var cancelled = orders.stream()
                .filter(order -> order.status().equals("ORDER_CANCELLED"))
                .findFirst()
                .orElseThrow();
        cancelled.because("OUT_OF_STOCK");
        assertThat(cancelled.statuses())
                .endsWith("PAYMENT_COMPLETED", "COMPENSATION_STARTED", "COMPENSATION_STARTED", "ORDER_CANCELLED");
        assertThat(cancelled.events()).contains("RefundProcessed");
        assertThat(cancelled.now().at("/refund/status").asText()).isEqualTo("PROCESSED");
        assertThat(shop.stockOf(book)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_slow", "tok_timeout_charged", "tok_error_then_ok"})
    void a_payment_whose_outcome_comes_late_is_asked_for_and_not_guessed(String card) {
        var book = shop.book("The Patient", 3);

        shop.buyer().orders(book, card).becomes("ORDER_CONFIRMED");
    }

    @Test
    void a_payment_that_never_was_ends_the_order() {
        var book = shop.book("The Unpaid", 3);

        shop.buyer().orders(book, "tok_timeout").becomes("ORDER_CANCELLED");

        assertThat(shop.stockOf(book)).isEqualTo(3);
    }

    @Test
    void money_that_is_taken_after_the_order_has_ended_goes_back() {
        var book = shop.book("The Late", 3);

        var order = shop.buyer().orders(book, "tok_late").becomes("ORDER_CANCELLED");

        assertThat(order.now().at("/payment/status").asText()).isNotEqualTo("PROCESSED");
        await("the money to go back").atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(
                        order.now().at("/refund/status").asText())
                .isEqualTo("PROCESSED"));
        assertThat(order.status()).isEqualTo("ORDER_CANCELLED");
        assertThat(shop.stockOf(book)).isEqualTo(3);
    }

    @Test
    void a_refund_that_fails_is_asked_for_until_it_is_done() {
        var book = shop.book("The Refused Refund", 1);
        shop.buyer().orders(book, "tok_visa").becomes("ORDER_CONFIRMED");
        var late = shop.buyer();

        var order = late.orders(book, "tok_refund_fails");

        order.becomes("ORDER_CANCELLED").because("OUT_OF_STOCK");
        assertThat(order.events()).contains("RefundProcessed");
    }

    @Test
    void the_same_key_twenty_times_at_once_is_one_order() {
        var book = shop.book("The Impatient", 30);
        var buyer = shop.buyer();
        assertThat(buyer.puts(book, 1)).isTrue();

        var answers = inParallel(20, i -> buyer.order("tok_visa", "the-same-key", "wait=10"));

        assertThat(answers)
                .extracting(page -> page.status())
                .allMatch(status -> status == 201 || status == 202 || status == 409);
        var ids = new HashSet<String>();
        answers.stream()
                .filter(page -> page.status() < 300)
                .forEach(page -> ids.add(page.json().path("id").asText()));
        assertThat(ids).hasSize(1);
        assertThat(buyer.sees("/api/orders").json().path("items")).hasSize(1);
        assertThat(buyer.order("tok_declined", "the-same-key", "wait=1").status())
                .isEqualTo(422);
    }

    @Test
    void fifty_orders_at_once_all_end_and_the_stock_is_right() {
        var book = shop.book("The Popular", 40);
        var buyers = IntStream.range(0, 50).mapToObj(i -> shop.buyer()).toList();
        buyers.forEach(buyer -> assertThat(buyer.puts(book, 1)).isTrue());

        var orders = inParallel(50, i -> buyers.get(i).orders("tok_visa"));

        await().atMost(Shop.PATIENCE).untilAsserted(() -> {
            var ends = orders.stream().map(Order::status).toList();
            assertThat(ends).filteredOn("ORDER_CONFIRMED"::equals).hasSize(40);
            assertThat(ends).filteredOn("ORDER_CANCELLED"::equals).hasSize(10);
        });
        assertThat(shop.stockOf(book)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_slow", "tok_declined"})
    void an_order_ends_though_its_book_is_taken_off_at_the_same_moment(String card) {
        var book = shop.book("The Withdrawn", 3);
        var buyer = shop.buyer();
        assertThat(buyer.puts(book, 1)).isTrue();
        var other = shop.buyer();
        assertThat(other.puts(book, 1)).isTrue();

        var order = CompletableFuture.supplyAsync(() -> buyer.orders(card));
        await("nobody to wait for the book any more")
                .atMost(Shop.PATIENCE)
                .until(() -> shop.takesOff(book), status -> status == 204);

        order.join().becomes(card.equals("tok_declined") ? "ORDER_CANCELLED" : "ORDER_CONFIRMED");
        assertThat(shop.takesOff(book)).isEqualTo(404);
        await("nobody to get the book any more").atMost(Shop.PATIENCE).until(() -> {
            var late = other.order("tok_visa", UUID.randomUUID().toString(), "wait=10");
            return late.status() == 422;
        });
    }

    /** Invariant I12. */
    @Test
    void what_a_buyer_says_of_himself_is_in_no_log_and_in_no_cause(CapturedOutput output) {
        var marks = List.of("canary-mail", "Canary Name", "Canary Street", "tok_canary", "Canary City");
        var buyer = shop.buyer();
        var book = shop.book("The Discreet", 3);

        var paid = ordersMarked(buyer, book, "tok_visa").becomes("ORDER_CONFIRMED");
        var declined = ordersMarked(buyer, book, "tok_canary").becomes("ORDER_CANCELLED");
        rabbit.send("", "notification.order.confirmed", unreadable());
        await("the mail").atMost(Shop.PATIENCE).until(() -> !shop.mailsTo("canary-mail")
                .isEmpty());
        await("the dead letters").atMost(Shop.PATIENCE).until(() -> deadLetters()
                .contains("not a readable OrderConfirmed"));

        assertThat(output.toString())
                .contains("Dead letter queue=notification.order.confirmed")
                .doesNotContain(marks)
                .doesNotContain(signature(buyer.token()));
        assertThat(deadLetters()).doesNotContain(marks);
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private Order ordersMarked(Buyer buyer, String book, String card) {
        assertThat(buyer.puts(book, 1)).isTrue();
        var body = Buyer.checkout(card, "canary-mail@example.com")
                .replace("Ann Buyer", "Canary Name")
                .replace("Street 1", "Canary Street 1")
                .replace("Berlin", "Canary City");
        return Order.of(
                shop,
                buyer,
                shop.api()
                        .post(
                                "/api/orders",
                                body,
                                "Authorization",
                                buyer.token(),
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Prefer",
                                "wait=10"));
    }

    /** With an address where an amount belongs. */
    private static Message unreadable() {
        return MessageBuilder.withBody("{\"totalMinor\":\"canary-mail@example.com\"}".getBytes(StandardCharsets.UTF_8))
                .setMessageId(UUID.randomUUID().toString())
                .setType("order.confirmed")
                .setHeader("version", 1)
                .build();
    }

    private String deadLetters() {
        return shop.api()
                .get("/api/admin/dead-letters?size=100", "Authorization", shop.admin())
                .body();
    }

    @Test
    void nobody_sees_the_order_of_another() {
        var order = shop.buyer().orders(shop.book("The Private", 2), "tok_visa");
        var stranger = shop.buyer();

        for (var path : List.of("", "/timeline", "/events", "/invoice")) {
            assertThat(stranger.sees("/api/orders/" + order.id() + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_steps_of_an_order_can_be_followed_live_and_once_more() {
        var order = shop.buyer().orders(shop.book("The Watched", 2), "tok_visa").becomes("ORDER_CONFIRMED");

        var events = order.buyer().sees("/api/orders/" + order.id() + "/events");

        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.body()).contains("ORDER_INITIATED", "PAYMENT_COMPLETED", "ORDER_CONFIRMED");
    }

    private static <T> List<T> inParallel(int times, java.util.function.IntFunction<T> work) {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var running = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
