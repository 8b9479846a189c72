package bookstore.finance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.embedded.TemporaryPostgres;
import bookstore.finance.PaymentProvider.Action;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.ProviderUnavailable;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** What the payments remember of an order, and that the ledger always says the same. */
class PostgresPaymentsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static ContextDatabase database;
    private static PostgresPayments payments;

    private final UUID order = UUID.randomUUID();

    @BeforeAll
    static void open() {
        database = ContextDatabase.open(
                "finance", new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 4));
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        payments = new PostgresPayments(
                database, new Outbox(database, json, UUID::randomUUID, () -> {}), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_capture_is_earned_and_told() {
        created();
        payments.settle(succeeded("ch_1"));
        payments.settle(succeeded("ch_1"));

        assertThat(told()).containsExactly("payment.charge", "payment.processed");
        assertThat(ledger()).containsExactly("CAPTURE PROVIDER 100", "CAPTURE SALES -100");
    }

    @Test
    void a_refund_is_posted_against_it() {
        created();
        payments.settle(succeeded("ch_1"));
        var due = payments.refundDue(order).orElseThrow().refund();
        payments.refunded(succeeded("re_1"));
        payments.refunded(succeeded("re_1"));

        assertThat(due.action()).isEqualTo(Action.REFUND);
        assertThat(due.reference()).isEqualTo("ch_1");
        assertThat(told()).containsExactly("payment.charge", "payment.processed", "refund.processed");
        assertThat(ledger())
                .containsExactly(
                        "CAPTURE PROVIDER 100", "CAPTURE SALES -100", "REFUND PROVIDER -100", "REFUND REFUNDS 100");
        assertThat(sums()).containsExactly("payment.processed ch_1 100 EUR", "refund.processed re_1 100 EUR");
        assertThat(payments.refundDue(order)).isEmpty();
    }

    @Test
    void who_asks_for_a_refund_that_was_made_is_told_of_it_again() {
        created();
        payments.settle(succeeded("ch_1"));
        payments.refundDue(order);
        payments.refunded(succeeded("re_1"));

        assertThat(payments.refundDue(order)).isEmpty();
        assertThat(sums())
                .containsExactly(
                        "payment.processed ch_1 100 EUR",
                        "refund.processed re_1 100 EUR",
                        "refund.processed re_1 100 EUR");
        assertThat(ledger()).hasSize(4);
    }

    @Test
    void the_refund_of_a_late_capture_is_resumed_though_its_command_was_lost() {
        created();
        cancelled();
        payments.settle(succeeded("ch_late"));

        payments.resume(Duration.ofSeconds(-1));

        assertThat(told()).containsExactly("payment.charge", "payment.refund", "payment.refund");
    }

    @Test
    void what_costs_nothing_is_paid_and_given_back_without_asking_anybody() {
        created(0);

        assertThat(payments.attempt(order)).isEmpty();
        assertThat(told()).containsExactly("payment.charge", "payment.processed");
        cancelled();
        assertThat(payments.refundDue(order)).isEmpty();

        assertThat(sums())
                .containsExactly("payment.processed NOTHING_TO_PAY 0 EUR", "refund.processed NOTHING_TO_PAY 0 EUR");
        assertThat(ledger())
                .containsExactly("CAPTURE PROVIDER 0", "CAPTURE SALES 0", "REFUND PROVIDER 0", "REFUND REFUNDS 0");
    }

    @Test
    void a_refund_that_fails_afterwards_is_asked_for_again_but_not_for_ever() {
        created();
        payments.settle(succeeded("ch_1"));
        for (var round = 1; round <= 3; round++) {
            assertThat(payments.refundDue(order)).isPresent();
            payments.refunded(succeeded("re_" + round));
            payments.refundFailed(new Answer(order, Outcome.DECLINED, "re_" + round));
            payments.refundFailed(new Answer(order, Outcome.DECLINED, "re_" + round));
        }

        assertThat(payments.refundDue(order)).isEmpty();
        payments.resume(Duration.ofSeconds(-1));
        assertThat(told())
                .filteredOn("payment.refund"::equals)
                .as("one for each failure, none by the clock any more")
                .hasSize(3);
        assertThat(ledger()).hasSize(14).contains("REFUND_FAILED PROVIDER 100", "REFUND_FAILED REFUNDS -100");
        payments.refunded(succeeded("re_by_hand"));
        assertThat(sums()).last().isEqualTo("refund.processed re_by_hand 100 EUR");
    }

    @Test
    void a_refund_that_nobody_asked_for_is_noted_and_moves_nothing() {
        created();
        payments.settle(succeeded("ch_1"));

        payments.refunded(succeeded("re_by_dashboard"));

        assertThat(told()).containsExactly("payment.charge", "payment.processed");
        assertThat(ledger()).hasSize(2);
        assertThat(unaskedRefund()).isEqualTo("re_by_dashboard");
    }

    @Test
    void a_no_moves_nothing() {
        created();
        payments.settle(new Answer(order, Outcome.DECLINED, "CARD_DECLINED"));

        assertThat(told()).containsExactly("payment.charge", "payment.rejected");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void an_unknown_outcome_is_no_outcome() {
        created();

        assertThatThrownBy(() -> payments.settle(Answer.unknown(order))).isInstanceOf(ProviderUnavailable.class);
        assertThat(payments.attempt(order).orElseThrow().charge().action()).isEqualTo(Action.CHARGE);
        assertThat(told()).containsExactly("payment.charge");
    }

    @Test
    void a_look_up_says_when_the_last_charge_was_and_not_when_the_order_came() {
        created();
        assertThat(chargedAt()).isNull();
        var first = payments.attempt(order).orElseThrow().charge();
        var second = payments.attempt(order).orElseThrow().charge();
        assertThat(first.action()).isEqualTo(Action.CHARGE);
        assertThat(second.chargedAt()).isAfter(first.chargedAt());

        cancelled();
        var lookUp = payments.attempt(order).orElseThrow().charge();

        assertThat(lookUp.action()).isEqualTo(Action.LOOK_UP);
        assertThat(lookUp.chargedAt()).isEqualTo(second.chargedAt());
    }

    @Test
    void who_was_never_charged_is_known_not_to_have_been() {
        created();
        cancelled();

        assertThat(payments.attempt(order).orElseThrow().charge().chargedAt()).isNull();
    }

    @Test
    void what_is_captured_after_the_order_has_ended_goes_back() {
        created();
        cancelled();
        assertThat(payments.attempt(order).orElseThrow().charge().action()).isEqualTo(Action.LOOK_UP);
        payments.settle(succeeded("ch_late"));

        assertThat(told()).containsExactly("payment.charge", "payment.refund");
        assertThat(payments.refundDue(order)).isPresent();
    }

    @Test
    void what_is_captured_after_a_no_goes_back() {
        created();
        payments.settle(new Answer(order, Outcome.DECLINED, "NOT_CHARGED"));
        payments.settle(succeeded("ch_after_all"));

        assertThat(told()).containsExactly("payment.charge", "payment.rejected", "payment.refund");
        assertThat(ledger()).containsExactly("CAPTURE PROVIDER 100", "CAPTURE SALES -100");
        assertThat(payments.refundDue(order)).isPresent();
    }

    @Test
    void a_command_that_comes_again_after_a_no_only_looks_what_became_of_it() {
        created();
        payments.settle(new Answer(order, Outcome.DECLINED, "NOT_CHARGED"));

        assertThat(payments.attempt(order).orElseThrow().charge().action()).isEqualTo(Action.LOOK_UP);
        payments.settle(new Answer(order, Outcome.NOT_FOUND, "NOT_CHARGED"));
        assertThat(told()).containsExactly("payment.charge", "payment.rejected");
    }

    @Test
    void a_no_that_is_asked_about_again_is_open_until_the_provider_has_said() {
        created();
        payments.settle(new Answer(order, Outcome.DECLINED, "CARD_DECLINED"));
        payments.attempt(order);
        assertThatThrownBy(() -> payments.settle(Answer.unknown(order))).isInstanceOf(ProviderUnavailable.class);

        payments.resume(Duration.ofSeconds(-1));
        assertThat(told()).containsExactly("payment.charge", "payment.rejected", "payment.charge");
        assertThat(payments.attempt(order).orElseThrow().charge().action()).isEqualTo(Action.LOOK_UP);
        payments.settle(new Answer(order, Outcome.NOT_FOUND, "NOT_CHARGED"));
        payments.resume(Duration.ofSeconds(-1));
        assertThat(told()).containsExactly("payment.charge", "payment.rejected", "payment.charge");
    }

    @Test
    void an_order_that_ended_before_it_began_charges_nothing() {
        cancelled();
        created();
        payments.settle(succeeded("ch_never_asked_for"));

        assertThat(payments.attempt(order)).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void a_refund_that_is_turned_down_stays_due() {
        created();
        payments.settle(succeeded("ch_1"));
        payments.refundDue(order);

        assertThatThrownBy(() -> payments.refunded(new Answer(order, Outcome.DECLINED, "NO")))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(payments.refundDue(order)).isPresent();
        payments.resume(Duration.ofSeconds(-1));
        assertThat(told()).containsExactly("payment.charge", "payment.processed", "payment.refund");
    }

    @Test
    void an_entry_without_its_opposite_is_refused() {
        assertThatThrownBy(() -> post("CAPTURE", "PROVIDER", 100)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void entries_of_different_sums_are_refused() {
        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    post("CAPTURE", "PROVIDER", 100);
                    post("CAPTURE", "SALES", -99);
                }))
                .hasMessageContaining("does not balance");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void an_entry_is_never_changed_or_removed() {
        created();
        payments.settle(succeeded("ch_1"));

        for (var change : List.of(
                "update ledger_entries set amount_minor = 0",
                "delete from ledger_entries",
                "truncate ledger_entries")) {
            assertThatThrownBy(() -> database.jdbc().sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("stays as it is");
        }
    }

    private void created() {
        created(100);
    }

    private void created(long total) {
        database.transaction()
                .executeWithoutResult(status -> payments.open(new OrderCreated(
                        order, "buyer", "buyer@example.com", "tok_visa", total, "EUR", List.of(), "basket", 1, NOW)));
    }

    private void cancelled() {
        database.transaction()
                .executeWithoutResult(status -> payments.cancel(
                        new OrderCancelled(order, "buyer", "buyer@example.com", "PAYMENT_TIMEOUT", NOW)));
    }

    private Answer succeeded(String reference) {
        return new Answer(order, Outcome.SUCCEEDED, reference);
    }

    private void post(String movement, String account, long amount) {
        database.jdbc()
                .sql("insert into ledger_entries (order_id, movement, account, amount_minor, currency)"
                        + " values (?, ?, ?, ?, 'EUR')")
                .params(order, movement, account, amount)
                .update();
    }

    private String unaskedRefund() {
        return database.jdbc()
                .sql("select unasked_refund from payments where order_id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private @Nullable Object chargedAt() {
        return database.jdbc()
                .sql("select charged_at from payments where order_id = ?")
                .param(order)
                .query()
                .singleRow()
                .get("charged_at");
    }

    /** What is told of sums, with the provider's reference. */
    private List<String> sums() {
        return database.jdbc()
                .sql("select concat_ws(' ', routing_key, p ->> 'reference', p ->> 'amountMinor', p ->> 'currency')"
                        + " from outbox, lateral (select payload::jsonb as p) as read"
                        + " where routing_key like '%.processed' and p ->> 'orderId' = ? order by seq")
                .param(order.toString())
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return database.jdbc()
                .sql("select routing_key from outbox where payload like ? order by seq")
                .param("%" + order + "%")
                .query(String.class)
                .list();
    }

    private List<String> ledger() {
        return database.jdbc()
                .sql("select movement || ' ' || account || ' ' || amount_minor from ledger_entries"
                        + " where order_id = ? order by movement, account")
                .param(order)
                .query(String.class)
                .list();
    }
}
