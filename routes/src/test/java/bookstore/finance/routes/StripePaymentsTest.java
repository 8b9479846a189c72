package bookstore.finance.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.finance.ProviderBook;
import bookstore.finance.routes.StripeStub.Trouble;
import bookstore.finance.stripe.WebhookSettings;
import bookstore.finance.stripe.WebhookSignature;
import bookstore.messaging.Wire;
import bookstore.shared.postgres.ContextDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Finance with Stripe as its provider, by settings alone, and what Stripe tells by itself. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=finance,identity",
            "bookstore.finance.provider=payment-stripe-action",
            "bookstore.finance.stripe.secret-key=" + StripeStub.SECRET,
            "bookstore.finance.stripe.version=" + StripeStub.VERSION,
            "bookstore.finance.stripe.timeout=1s",
            "bookstore.finance.webhook.secret=" + StripePaymentsTest.SIGNED_WITH,
            "bookstore.messaging.retry-delays=100ms,200ms,400ms",
            "bookstore.finance.resume-after=3s",
            "camel.resilience4j.wait-duration-in-open-state=1"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class StripePaymentsTest {

    static final String SIGNED_WITH = "whsec_of_this_test";
    private static final StripeStub STRIPE = new StripeStub();
    private static final String CARD = "pm_card_visa";

    private final Wire wire;
    private final Browser browser;
    private final ContextDatabase database;
    private final CamelContext camel;
    private final MeterRegistry meters;
    private final WebhookSignature stripe;
    private final ObjectProvider<ProviderBook> books;

    StripePaymentsTest(
            @Autowired RabbitTemplate rabbit,
            @Autowired @Qualifier("financeDatabase") ContextDatabase database,
            @Autowired CamelContext camel,
            @Autowired MeterRegistry meters,
            @Autowired WebhookSignature stripe,
            @Autowired ObjectProvider<ProviderBook> books,
            @LocalServerPort int port) {
        this.wire = new Wire(rabbit);
        this.browser = new Browser(port);
        this.database = database;
        this.camel = camel;
        this.meters = meters;
        this.stripe = stripe;
        this.books = books;
    }

    @DynamicPropertySource
    static void stripeIsAStub(DynamicPropertyRegistry registry) {
        registry.add("bookstore.finance.stripe.url", STRIPE::url);
    }

    @AfterEach
    void all_is_well_again() {
        STRIPE.has(Trouble.NONE);
        STRIPE.book().goodCardsAre("succeeded");
        await().atMost(PaidOrder.PATIENCE).untilAsserted(() -> {
            order(CARD).becomes("CAPTURED");
            assertThat(breaker()).isEqualTo("CLOSED");
        });
    }

    @AfterAll
    static void close() {
        STRIPE.close();
    }

    @Test
    void a_payment_is_taken_and_given_back_at_stripe(CapturedOutput output) {
        var order = order(CARD).becomes("CAPTURED");
        var intent = order.payment("reference");
        assertThat(STRIPE.book().intentsOf(order.id().toString()))
                .singleElement()
                .satisfies(taken -> assertThat(taken.path("id").asText()).isEqualTo(intent));

        order.isCancelled().getsMoneyBack();

        assertThat(STRIPE.book().refundsOf(intent))
                .singleElement()
                .satisfies(back -> assertThat(back.path("id").asText()).isEqualTo(order.payment("refund_reference")));
        assertThat(books.getIfAvailable()).as("a book that we cannot read").isNull();
        assertThat(output.getAll()).doesNotContain(StripeStub.SECRET, SIGNED_WITH);
    }

    @Test
    void a_declined_card_is_told_with_stripes_reason() {
        var order = order("pm_card_visa_chargeDeclinedInsufficientFunds").becomes("DECLINED");

        assertThat(order.payment("reference")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(order.told("payment.rejected")).isEqualTo(1);
    }

    /** Also that a command which is handled in vain is let go, not parked, since the clock takes its payment up again. */
    @Test
    void while_stripe_is_silent_payments_wait_and_are_made_once_when_it_is_back(CapturedOutput output) {
        STRIPE.has(Trouble.SILENT);
        var orders = IntStream.range(0, 8).mapToObj(i -> order(CARD)).toList();

        await().atMost(PaidOrder.PATIENCE).untilAsserted(() -> {
            assertThat(breaker()).isEqualTo("OPEN");
            assertThat(browser.get("/api/status").body()).contains("Payments take longer to be confirmed");
        });
        await().atMost(PaidOrder.PATIENCE).until(() -> output.getAll().contains("Attempts end"));
        assertThat(orders).noneMatch(this::isParked);
        assertThat(orders).extracting(PaidOrder::state).containsOnly("PENDING");

        STRIPE.has(Trouble.NONE);
        orders.forEach(order -> order.becomes("CAPTURED"));
        assertThat(orders).allSatisfy(order -> assertThat(
                        STRIPE.book().intentsOf(order.id().toString()))
                .hasSize(1));
    }

    @Test
    void a_payment_under_way_is_done_when_stripe_says_so_and_however_often() {
        var order = underWay();
        var notice = Notice.succeeded(order.id());
        var repeated = counted("repeated");

        assertThat(notice.tell(browser, stripe).status()).isEqualTo(204);
        assertThat(notice.tell(browser, stripe).status()).isEqualTo(204);

        assertThat(order.state()).isEqualTo("CAPTURED");
        assertThat(order.payment("reference")).isEqualTo("pi_of_" + order.id());
        assertThat(order.told("payment.processed")).isEqualTo(1);
        assertThat(counted("repeated")).isEqualTo(repeated + 1);
    }

    /** A command that is retried meanwhile asks Stripe again after the no, and is told the same. */
    @Test
    void a_no_that_stripe_tells_later_is_a_no() {
        var order = underWay();

        assertThat(Notice.failed(order.id(), "do_not_honor")
                        .tell(browser, stripe)
                        .status())
                .isEqualTo(204);

        assertThat(order.told("payment.rejected")).isEqualTo(1);
        assertThat(order.payment("reference")).isEqualTo("DO_NOT_HONOR");
        STRIPE.book().intentsOf(order.id().toString()).forEach(intent -> STRIPE.book()
                .becomes(intent.path("id").asText(), "requires_payment_method"));
        order.becomes("DECLINED");
        assertThat(order.told("payment.rejected")).isEqualTo(1);
        assertThat(order.payment("reference")).isEqualTo("DO_NOT_HONOR");
    }

    @Test
    void a_no_that_comes_after_the_yes_changes_nothing() {
        var order = order(CARD).becomes("CAPTURED");

        Notice.failed(order.id(), "do_not_honor").tell(browser, stripe);

        assertThat(order.state()).isEqualTo("CAPTURED");
        assertThat(order.told("payment.rejected")).isZero();
    }

    @Test
    void a_capture_that_is_told_after_the_order_has_ended_goes_back() {
        STRIPE.book().goodCardsAre("processing");
        var order = order(CARD);
        await().atMost(PaidOrder.PATIENCE)
                .until(() -> !STRIPE.book().intentsOf(order.id().toString()).isEmpty());
        var intent =
                STRIPE.book().intentsOf(order.id().toString()).get(0).path("id").asText();
        order.isCancelled();
        await().atMost(PaidOrder.PATIENCE)
                .until(() -> order.payment("order_cancelled").equals("true"));
        STRIPE.book().becomes(intent, "succeeded");

        Notice.of("payment_intent.succeeded", order.id(), intent, "\"status\":\"succeeded\"")
                .tell(browser, stripe);

        order.getsMoneyBack();
        assertThat(STRIPE.book().refundsOf(intent)).hasSize(1);
        assertThat(order.told("payment.processed")).isZero();
    }

    @Test
    void notices_in_the_wrong_order_end_in_the_same() {
        var order = underWay();

        assertThat(Notice.refunded(order.id()).tell(browser, stripe).status()).isEqualTo(204);
        assertThat(order.state()).isEqualTo("PENDING");
        Notice.succeeded(order.id()).tell(browser, stripe);

        assertThat(order.state()).isEqualTo("CAPTURED");
        assertThat(order.payment("refund_state")).isEqualTo("NONE");
    }

    @Test
    void a_refund_that_fails_after_stripe_had_made_it_is_made_again() {
        var order = order(CARD).becomes("CAPTURED");
        order.isCancelled().getsMoneyBack();
        var first = order.payment("refund_reference");
        STRIPE.book().refundFails(first);

        Notice.of("refund.failed", order.id(), first, "\"status\":\"failed\"").tell(browser, stripe);

        await().atMost(PaidOrder.PATIENCE).untilAsserted(() -> {
            assertThat(order.payment("refund_state")).isEqualTo("PROCESSED");
            assertThat(order.payment("refund_reference")).isNotEqualTo(first);
        });
        assertThat(STRIPE.book().refundsOf(order.payment("reference"))).hasSize(2);
    }

    @Test
    void a_refund_by_the_dashboard_is_written_down_for_somebody_to_look_at(CapturedOutput output) {
        var order = order(CARD).becomes("CAPTURED");

        Notice.refunded(order.id()).tell(browser, stripe);

        assertThat(order.payment("refund_state")).isEqualTo("NONE");
        assertThat(output.getAll())
                .contains("Refund that nobody asked for order=" + order.id() + " refund=re_of_" + order.id());
    }

    @Test
    void what_is_not_signed_by_stripe_changes_nothing_and_is_not_repeated_in_the_log(CapturedOutput output) {
        var order = underWay();
        var notice = Notice.succeeded(order.id());
        var genuine = stripe.sign(notice.body().getBytes());
        var late = signedBy(SIGNED_WITH, Clock.fixed(Instant.now().minusSeconds(600), ZoneOffset.UTC));
        var forged = counted("forged");

        var refused = List.of(
                notice.tell(browser, signedBy("whsec_of_somebody_else", Clock.systemUTC())),
                notice.tell(browser, "t=1,v1=00"),
                new Notice(notice.body().replace("succeeded", "canceled")).tell(browser, genuine),
                notice.tell(browser, late),
                notice.tell(browser, ""),
                browser.post(Notice.PATH, notice.body()));

        assertThat(refused).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.header("Content-Type")).startsWith("application/problem+json");
            assertThat(page.body())
                    .contains("bad-signature")
                    .doesNotContain(order.id().toString());
        });
        assertThat(order.state()).isEqualTo("PENDING");
        assertThat(counted("forged")).isEqualTo(forged + 3);
        assertThat(counted("stale")).isGreaterThanOrEqualTo(1);
        assertThat(counted("unreadable")).isGreaterThanOrEqualTo(2);
        assertThat(output.getAll())
                .contains("Notice not believed reason=forged")
                .doesNotContain("pi_of_" + order.id());
    }

    @Test
    void what_is_about_nothing_of_ours_is_passed_over() {
        var ignored = counted("ignored");

        var pages = List.<Page>of(
                Notice.of("customer.created", UUID.randomUUID(), "cus_1", "\"a\":1")
                        .tell(browser, stripe),
                new Notice("{\"id\":\"evt_9\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{}}}")
                        .tell(browser, stripe),
                Notice.succeeded(UUID.randomUUID()).tell(browser, stripe));

        assertThat(pages).extracting(Page::status).containsOnly(204);
        assertThat(counted("ignored")).isEqualTo(ignored + 2);
    }

    /** An order whose payment Stripe has taken up and not finished. */
    private PaidOrder underWay() {
        STRIPE.book().goodCardsAre("processing");
        var order = order(CARD);
        await().atMost(PaidOrder.PATIENCE)
                .until(() -> !STRIPE.book().intentsOf(order.id().toString()).isEmpty());
        assertThat(order.state()).isEqualTo("PENDING");
        return order;
    }

    private PaidOrder order(String token) {
        return PaidOrder.placed(token, wire, database);
    }

    private static WebhookSignature signedBy(String secret, Clock clock) {
        return new WebhookSignature(new WebhookSettings(secret, Duration.ofMinutes(5)), clock);
    }

    private double counted(String outcome) {
        return meters.counter("bookstore.finance.provider.notices", "outcome", outcome)
                .count();
    }

    private boolean isParked(PaidOrder order) {
        return database.jdbc()
                .sql("select exists (select 1 from dead_letters where payload like ?)")
                .param("%" + order.id() + "%")
                .query(Boolean.class)
                .single();
    }

    private String breaker() {
        return camel.getProcessor("payment-provider", ResilienceProcessor.class).getCircuitBreakerState();
    }
}
