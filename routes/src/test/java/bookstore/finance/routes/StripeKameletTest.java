package bookstore.finance.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.finance.PaymentProvider.Action;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.ProviderUnavailable;
import bookstore.finance.routes.StripeStub.Trouble;
import bookstore.finance.stripe.StripeReplies;
import bookstore.finance.stripe.StripeTalk;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the Kamelet asks of Stripe, and what it makes of the answers. */
@ExtendWith(OutputCaptureExtension.class)
class StripeKameletTest {

    private final UUID order = UUID.randomUUID();
    private StripeStub stripe;
    private DefaultCamelContext camel;
    private ProducerTemplate route;
    private String kamelet;

    @BeforeEach
    void start() {
        stripe = new StripeStub();
        camel = new DefaultCamelContext();
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:kamelets");
        camel.getComponent("http", HttpComponent.class).setAutomaticRetriesDisabled(true);
        var secret = new Properties();
        secret.setProperty("bookstore.finance.stripe.secret-key", StripeStub.SECRET);
        camel.getPropertiesComponent().setInitialProperties(secret);
        camel.getRegistry()
                .bind(
                        "stripeTalk",
                        new StripeTalk(new StripeReplies(new ObjectMapper()), Clock.systemUTC(), Duration.ofHours(1)));
        camel.start();
        route = camel.createProducerTemplate();
        kamelet = "kamelet:payment-stripe-action?timeout=1000&version=" + StripeStub.VERSION + "&url=" + stripe.url();
    }

    @AfterEach
    void stop() {
        camel.stop();
        stripe.close();
    }

    @ParameterizedTest
    @CsvSource({"pm_card_visa", "tok_visa"})
    void a_good_card_is_charged_once_however_often_it_is_asked_for(String token) {
        var first = charge(token);
        var again = charge(token);

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(again).isEqualTo(first);
        assertThat(stripe.book().intentsOf(order.toString())).singleElement().satisfies(intent -> {
            assertThat(intent.path("id").asText()).isEqualTo(first.detail());
            assertThat(intent.path("amount").asLong()).isEqualTo(1290);
            assertThat(intent.path("currency").asText()).isEqualTo("eur");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, GENERIC_DECLINE",
        "pm_card_visa_chargeDeclinedInsufficientFunds, INSUFFICIENT_FUNDS",
        "pm_card_chargeDeclinedExpiredCard, EXPIRED_CARD",
        "pm_card_authenticationRequired, AUTHENTICATION_REQUIRED",
        "pm_nobody_knows, INVALID_PAYMENT_METHOD"
    })
    void a_no_comes_with_its_reason(String token, String reason) {
        assertThat(charge(token)).isEqualTo(new Answer(order, Outcome.DECLINED, reason));
        assertThat(charge(token)).isEqualTo(new Answer(order, Outcome.DECLINED, reason));
    }

    @ParameterizedTest
    @CsvSource({"49, EUR, AMOUNT_TOO_SMALL", "100000000, EUR, AMOUNT_TOO_LARGE", "1290, XXX, INVALID_CURRENCY"})
    void a_sum_that_stripe_never_takes_is_a_no(long amount, String currency, String reason) {
        var request = new Request(Action.CHARGE, order, "pm_card_visa", amount, currency, "", null);

        assertThat(route.requestBody(kamelet, request, Answer.class))
                .isEqualTo(new Answer(order, Outcome.DECLINED, reason));
    }

    @Test
    void a_refund_that_stripe_never_makes_is_turned_down() {
        assertThat(refund("pi_of_somebody_else")).isEqualTo(new Answer(order, Outcome.DECLINED, "RESOURCE_MISSING"));
    }

    @Test
    void a_key_of_ours_that_is_wrong_leaves_the_outcome_unknown_and_cries_out(CapturedOutput output) {
        var wrong = new Properties();
        wrong.setProperty("bookstore.finance.stripe.secret-key", "sk_test_of_last_year");
        camel.getPropertiesComponent().setOverrideProperties(wrong);

        assertThatThrownBy(() -> charge("pm_card_visa")).hasCauseInstanceOf(ProviderUnavailable.class);
        assertThat(output.getAll())
                .containsPattern("ERROR.*Stripe does not accept our key")
                .doesNotContain("sk_test_of_last_year");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatever_else_happens_leaves_the_outcome_unknown(Trouble trouble) {
        stripe.has(trouble);

        assertThatThrownBy(() -> charge("pm_card_visa")).isInstanceOf(CamelExecutionException.class);
        assertThat(stripe.calls()).hasSize(1);
    }

    @Test
    void a_charge_whose_answer_was_lost_is_answered_by_asking_again() {
        stripe.has(Trouble.SILENT);
        assertThatThrownBy(() -> charge("pm_card_visa")).isInstanceOf(CamelExecutionException.class);
        stripe.has(Trouble.NONE);

        assertThat(charge("pm_card_visa").outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(stripe.book().intentsOf(order.toString())).hasSize(1);
    }

    @Test
    void a_charge_that_was_made_and_answered_500_is_found_by_looking() {
        stripe.has(Trouble.FAILING);
        assertThatThrownBy(() -> charge("pm_card_visa")).isInstanceOf(CamelExecutionException.class);
        stripe.has(Trouble.NONE);
        assertThatThrownBy(() -> charge("pm_card_visa")).hasCauseInstanceOf(ProviderUnavailable.class);

        assertThat(ask(Action.LOOK_UP, "pm_card_visa", "", Instant.now()).outcome())
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void what_a_search_does_not_find_yet_is_unknown_and_later_was_never_there() {
        stripe.book().searchLags(true);
        charge("pm_card_visa");

        assertThat(ask(Action.LOOK_UP, "pm_card_visa", "", Instant.now()).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(Action.LOOK_UP, "pm_card_visa", "", Instant.now().minus(Duration.ofHours(2)))
                        .outcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(ask(Action.LOOK_UP, "pm_card_visa", "", null).outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void a_look_up_tells_a_no_from_what_is_under_way() {
        charge("pm_card_visa_chargeDeclinedInsufficientFunds");
        assertThat(ask(Action.LOOK_UP, "", "", Instant.now()))
                .isEqualTo(new Answer(order, Outcome.DECLINED, "INSUFFICIENT_FUNDS"));

        var intent = stripe.book().intentsOf(order.toString()).get(0).path("id").asText();
        stripe.book().becomes(intent, "processing");
        assertThat(ask(Action.LOOK_UP, "", "", Instant.now()).outcome()).isEqualTo(Outcome.UNKNOWN);
        stripe.book().becomes(intent, "canceled");
        assertThat(ask(Action.LOOK_UP, "", "", Instant.now()).detail()).isEqualTo("CANCELED");
    }

    @Test
    void money_goes_back_once_however_often_it_is_asked_for() {
        var intent = charge("pm_card_visa").detail();

        var first = refund(intent);
        var again = refund(intent);

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(again).isEqualTo(first);
        assertThat(stripe.book().refundsOf(intent)).singleElement().satisfies(refund -> {
            assertThat(refund.path("id").asText()).isEqualTo(first.detail());
            assertThat(refund.path("amount").asLong()).isEqualTo(1290);
        });
    }

    @Test
    void a_refund_that_failed_is_asked_for_anew() {
        var intent = charge("pm_card_visa").detail();
        stripe.book().nextRefundsFail(2);

        assertThat(refund(intent).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refund(intent).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refund(intent).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(stripe.book().refundsOf(intent)).hasSize(3);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_found() {
        var intent = charge("pm_card_visa").detail();
        stripe.has(Trouble.FAILING);
        assertThatThrownBy(() -> refund(intent)).hasCauseInstanceOf(ProviderUnavailable.class);
        stripe.has(Trouble.NONE);

        assertThat(refund(intent).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(stripe.book().refundsOf(intent)).hasSize(1);
    }

    @Test
    void no_header_that_was_there_before_gets_to_stripe_and_the_key_gets_nowhere_else(CapturedOutput output) {
        stripe.has(Trouble.TOO_MANY);
        assertThatThrownBy(() -> charge("pm_card_visa")).hasCauseInstanceOf(ProviderUnavailable.class);
        stripe.has(Trouble.NONE);

        var back = route.request(kamelet, exchange -> {
            exchange.getMessage().setBody(request(Action.CHARGE, "pm_card_visa", "", Instant.now()));
            exchange.getMessage().setHeader("version", 1);
            exchange.getMessage().setHeader("Cookie", "session");
            exchange.getMessage().setHeader("CamelHttpUri", "http://evil.example");
        });

        assertThat(back.getException()).isNull();
        assertThat(back.getMessage().getBody(Answer.class).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(back.getMessage().getHeaders()).isEmpty();
        assertThat(output.getAll()).doesNotContain(StripeStub.SECRET).contains("429 invalid_request_error rate_limit");
    }

    private Answer charge(String token) {
        return ask(Action.CHARGE, token, "", Instant.now());
    }

    private Answer refund(String intent) {
        return ask(Action.REFUND, "pm_card_visa", intent, Instant.now());
    }

    private Answer ask(Action action, String token, String reference, @Nullable Instant chargedAt) {
        return route.requestBody(kamelet, request(action, token, reference, chargedAt), Answer.class);
    }

    private Request request(Action action, String token, String reference, @Nullable Instant chargedAt) {
        return new Request(action, order, token, 1290, "EUR", reference, chargedAt);
    }
}
