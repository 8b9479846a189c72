package bookstore.finance.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.messaging.Wire;
import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;

/** What finance makes of orders, whatever the provider does. */
@SpringBootTest(
        classes = {Bookstore.class, PaymentsTest.Provider.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=finance,identity",
            "spring.main.allow-bean-definition-overriding=true",
            "bookstore.messaging.retry-delays=100ms,200ms,400ms,800ms,1600ms",
            "bookstore.finance.resume-after=1s",
            "bookstore.finance.simulator.timeout=200ms",
            "bookstore.finance.simulator.slow=300ms",
            "bookstore.finance.simulator.late=3s",
            "bookstore.finance.simulator.tell=http://localhost:{{local.server.port}}/api/payments/webhook",
            "bookstore.finance.webhook.secret=whsec_of_this_test",
            "camel.resilience4j.wait-duration-in-open-state=1"
        })
@DirtiesContext
class PaymentsTest {

    private static final String ASKED = "select count(*) from simulator_charges where key = ?";

    /** What the provider has told of an order and finance has noted. */
    private static final String HEARD =
            "select count(*) from simulator_notices n join inbox i on i.consumed = 'provider notice evt_' || n.id"
                    + " where n.key = ? and n.told_at is not null";

    private final Wire wire;
    private final Browser browser;
    private final ContextDatabase database;
    private final FrailProvider provider;
    private final CamelContext camel;

    PaymentsTest(
            @Autowired RabbitTemplate rabbit,
            @Autowired @Qualifier("financeDatabase") ContextDatabase database,
            @Autowired FrailProvider provider,
            @Autowired CamelContext camel,
            @LocalServerPort int port) {
        this.wire = new Wire(rabbit);
        this.browser = new Browser(port);
        this.database = database;
        this.provider = provider;
        this.camel = camel;
    }

    @TestConfiguration
    static class Provider {

        @Bean("paymentSimulator")
        @Primary
        FrailProvider paymentSimulator(
                @Qualifier("financeDatabase") ContextDatabase database, SimulatorSettings settings) {
            return new FrailProvider(database, settings);
        }
    }

    @AfterEach
    void all_is_well_again() {
        provider.comesBack();
        await().atMost(PaidOrder.PATIENCE).untilAsserted(() -> {
            order("tok_visa").becomes("CAPTURED");
            assertThat(breaker()).isEqualTo("CLOSED");
        });
    }

    @Test
    void while_the_provider_is_away_payments_wait_and_shoppers_are_told() {
        provider.goesAway();
        var orders = IntStream.range(0, 8).mapToObj(i -> order("tok_visa")).toList();

        await().atMost(PaidOrder.PATIENCE).untilAsserted(() -> {
            assertThat(breaker()).isEqualTo("OPEN");
            assertThat(degraded()).contains("Payments take longer to be confirmed");
        });
        assertThat(orders).extracting(PaidOrder::state).containsOnly("PENDING");
        assertThat(orders).noneMatch(PaidOrder::isCharged);

        provider.comesBack();
        orders.forEach(order -> order.becomes("CAPTURED"));
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.isCharged()).isTrue();
            assertThat(order.told("payment.processed")).isEqualTo(1);
            assertThat(order.told("payment.rejected")).isZero();
        });
        await().atMost(PaidOrder.PATIENCE).untilAsserted(() -> {
            assertThat(breaker()).isEqualTo("CLOSED");
            assertThat(degraded()).doesNotContain("Payments take longer to be confirmed");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_slow", "tok_timeout_charged", "tok_error_then_ok", "tok_refund_fails"})
    void what_the_provider_took_is_taken_once_however_late_it_says_so(String token) {
        var order = order(token).becomes("CAPTURED");

        assertThat(order.isCharged()).isTrue();
        assertThat(order.told("payment.processed")).isEqualTo(1);
        assertThat(order.told("payment.rejected")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_insufficient_funds", "tok_nobody_knows"})
    void a_no_is_told_with_its_reason(String token) {
        var order = order(token).becomes("DECLINED");

        assertThat(order.payment("reference"))
                .isEqualTo(token.equals("tok_insufficient_funds") ? "INSUFFICIENT_FUNDS" : "CARD_DECLINED");
        assertThat(order.isCharged()).isFalse();
        assertThat(order.told("payment.rejected")).isEqualTo(1);
    }

    @Test
    void silence_is_not_taken_for_a_no_and_leaves_no_dead_letters_while_it_is_asked_about() {
        var order = order("tok_timeout");
        await().atMost(PaidOrder.PATIENCE).until(() -> Integer.parseInt("0" + order.payment("attempts")) > 20);

        assertThat(order.state()).isEqualTo("PENDING");
        assertThat(order.count("select count(*) from dead_letters where position(?::text in payload) > 0"))
                .isZero();
        assertThat(order.told("payment.rejected")).isZero();

        order.isCancelled().becomes("DECLINED");
        assertThat(order.isCharged()).isFalse();
        assertThat(order.told("payment.rejected")).isZero();
    }

    @Test
    void what_is_captured_after_the_order_has_ended_goes_back() {
        var order = order("tok_late");
        await().atMost(PaidOrder.PATIENCE).until(() -> order.count(ASKED) == 1);

        order.isCancelled().becomes("CAPTURED").getsMoneyBack();
        assertThat(order.isCharged()).isTrue();
        assertThat(order.isGivenBack()).isTrue();
        assertThat(order.told("payment.processed")).isZero();
        assertThat(order.told("refund.processed")).isEqualTo(1);
    }

    @Test
    void a_refund_that_fails_is_asked_for_until_it_is_done() {
        var order = order("tok_refund_fails").becomes("CAPTURED");

        order.isCancelled().getsMoneyBack();

        assertThat(order.isGivenBack()).isTrue();
        assertThat(order.count("select asked from simulator_refunds where key = ?"))
                .isGreaterThanOrEqualTo(6);
        assertThat(order.told("refund.processed")).isEqualTo(1);
    }

    @Test
    void an_order_that_is_told_of_twice_is_charged_once() {
        var order = order("tok_visa").becomes("CAPTURED");
        order.isCreated("tok_visa");
        order.isCancelled();
        order.isCancelled().getsMoneyBack();

        assertThat(order.told("payment.processed")).isEqualTo(1);
        assertThat(order.told("refund.processed")).isEqualTo(1);
        assertThat(order.count("select count(*) from ledger_entries where order_id = ?"))
                .isEqualTo(4);
    }

    @Test
    void what_the_provider_does_it_tells_by_itself_and_that_is_taken_too() {
        var order = order("tok_timeout_charged").becomes("CAPTURED");
        order.isCancelled().getsMoneyBack();

        await().atMost(PaidOrder.PATIENCE)
                .untilAsserted(() -> assertThat(order.count(HEARD)).isEqualTo(2));
        assertThat(order.told("payment.processed")).isEqualTo(1);
        assertThat(order.told("refund.processed")).isEqualTo(1);
    }

    private PaidOrder order(String token) {
        return PaidOrder.placed(token, wire, database);
    }

    private String breaker() {
        return camel.getProcessor("payment-provider", ResilienceProcessor.class).getCircuitBreakerState();
    }

    private List<String> degraded() {
        return browser.get("/api/status").json().path("degraded").findValuesAsText("message");
    }
}
