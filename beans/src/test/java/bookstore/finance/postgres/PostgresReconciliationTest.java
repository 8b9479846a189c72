package bookstore.finance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.embedded.TemporaryPostgres;
import bookstore.finance.Reconciliation.Finding;
import bookstore.finance.Reconciliation.Kind;
import bookstore.finance.simulator.SimulatedBook;
import bookstore.inventory.commands.MiscountsTold;
import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books are made to differ, and the difference is found; where they agree nothing is said. */
class PostgresReconciliationTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static ContextDatabase database;

    private final UUID order = UUID.randomUUID();
    private final ToldBooks others = new ToldBooks();
    private PostgresReconciliation reconciliation;
    private PostgresEndedOrders endedOrders;

    @BeforeAll
    static void open() {
        database = ContextDatabase.open(
                "finance", new DatabaseSettings(TemporaryPostgres.shared().url(), "bookstore", 8));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        sql("alter table ledger_entries disable trigger user");
        sql("truncate payments, simulator_charges, simulator_refunds, ended_orders, recon_findings, recon_runs,"
                + " ledger_entries, outbox, dead_letters, inbox");
        sql("alter table ledger_entries enable trigger user");
        reconciliation = with(Duration.ofMinutes(10));
        endedOrders = new PostgresEndedOrders(database);
    }

    @Test
    void books_that_agree_give_no_finding() {
        for (var i = 0; i < 2500; i++) {
            var good = UUID.randomUUID();
            payment(good, "CAPTURED", "NONE", 100);
            charge(good, 100, true);
            confirmed(good, 100);
        }
        var refunded = UUID.randomUUID();
        payment(refunded, "CAPTURED", "PROCESSED", 100);
        charge(refunded, 100, true);
        refund(refunded);
        cancelled(refunded);
        payment(order, "DECLINED", "NONE", 100);
        charge(order, 100, false);
        cancelled(order);

        var run = reconciliation.run().orElseThrow();

        assertThat(run.open()).as(open(50).toString()).isZero();
        assertThat(run.checked()).isEqualTo(5004);
    }

    @Test
    void a_charge_that_we_do_not_know_is_found() {
        charge(order, 100, true);

        finds(Kind.CHARGE_UNKNOWN_TO_US, "nothing", "100 EUR");
    }

    @Test
    void a_charge_that_we_believe_declined_is_found() {
        payment(order, "DECLINED", "NONE", 100);
        charge(order, 100, true);
        cancelled(order);

        finds(Kind.CHARGE_UNKNOWN_TO_US, "DECLINED 100 EUR", "100 EUR");
    }

    @Test
    void a_charge_that_the_provider_does_not_know_is_found() {
        payment(order, "CAPTURED", "NONE", 100);
        confirmed(order, 100);

        finds(Kind.CHARGE_UNKNOWN_TO_PROVIDER, "CAPTURED 100 EUR", "nothing");
    }

    @Test
    void another_sum_is_found() {
        payment(order, "CAPTURED", "NONE", 100);
        charge(order, 101, true);
        confirmed(order, 100);

        finds(Kind.CHARGE_DIFFERS, "CAPTURED 100 EUR", "101 EUR");
    }

    @Test
    void a_charge_on_which_the_provider_is_silent_is_found() {
        payment(order, "PENDING", "NONE", 100);
        sql("update payments set created_at = '2020-01-01T00:00:00Z', attempts = 7 where order_id = ?", order);
        payment(UUID.randomUUID(), "PENDING", "NONE", 100);

        assertThat(reconciliation.run().orElseThrow().open()).isEqualTo(1);
        assertThat(open(50).get(0).kind()).isEqualTo(Kind.CHARGE_UNANSWERED);
        assertThat(open(50).get(0).orderId()).isEqualTo(order);
        assertThat(open(50).get(0).theirs()).isEqualTo("nothing in 7 attempts");
    }

    @Test
    void a_refund_that_we_do_not_know_is_found() {
        payment(order, "CAPTURED", "NONE", 100);
        charge(order, 100, true);
        refund(order);
        confirmed(order, 100);

        finds(Kind.REFUND_UNKNOWN_TO_US, "NONE", "refunded");
    }

    @Test
    void a_refund_that_the_provider_does_not_know_is_found() {
        payment(order, "CAPTURED", "PROCESSED", 100);
        charge(order, 100, true);
        cancelled(order);

        finds(Kind.REFUND_UNKNOWN_TO_PROVIDER, "PROCESSED", "nothing");
    }

    @Test
    void books_given_away_are_found() {
        confirmed(order, 100);

        finds(Kind.CONFIRMED_BUT_NOT_PAID, "nothing", "CONFIRMED 100 EUR");
    }

    @Test
    void an_order_that_was_paid_by_another_sum_is_found() {
        payment(order, "CAPTURED", "NONE", 100);
        charge(order, 100, true);
        confirmed(order, 90);

        finds(Kind.CONFIRMED_FOR_ANOTHER_SUM, "CAPTURED 100 EUR, refund NONE", "CONFIRMED 90 EUR");
    }

    @Test
    void money_kept_for_a_cancelled_order_is_found() {
        payment(order, "CAPTURED", "DUE", 100);
        charge(order, 100, true);
        cancelled(order);

        finds(Kind.CANCELLED_BUT_NOT_REFUNDED, "CAPTURED 100 EUR, refund DUE", "CANCELLED 0 XXX");
    }

    @Test
    void money_of_an_order_that_never_ended_is_found() {
        payment(order, "CAPTURED", "NONE", 100);
        charge(order, 100, true);

        finds(Kind.PAID_BUT_NEVER_ENDED, "CAPTURED 100 EUR, refund NONE", "nothing");
    }

    @Test
    void a_capture_that_is_not_in_the_ledger_is_found() {
        payment(order, "PENDING", "NONE", 100);
        sql("update payments set state = 'CAPTURED' where order_id = ?", order);
        charge(order, 100, true);
        confirmed(order, 100);

        finds(Kind.LEDGER_DIFFERS, "CAPTURED 100 EUR, refund NONE", "nothing");
    }

    @Test
    void a_refund_that_is_not_in_the_ledger_is_found() {
        payment(order, "CAPTURED", "NONE", 100);
        sql("update payments set refund_state = 'PROCESSED' where order_id = ?", order);
        charge(order, 100, true);
        refund(order);
        cancelled(order);

        finds(Kind.LEDGER_DIFFERS, "CAPTURED 100 EUR, refund PROCESSED", "taken 100, given back 0, balance 0");
    }

    @Test
    void a_message_that_nobody_was_sent_is_found() {
        sql(
                "insert into outbox (message_id, exchange, routing_key, payload, correlation_id, traceparent, created_at)"
                        + " values (?, 'finance.events', 'payment.processed', '{}', '', '', now() - interval '1 day')",
                order);

        assertThat(reconciliation.run().orElseThrow().open()).isEqualTo(1);
        assertThat(open(50).get(0).kind()).isEqualTo(Kind.MESSAGE_NOT_SENT);
        assertThat(open(50).get(0).orderId()).isEqualTo(order);
    }

    @Test
    void a_message_that_could_not_be_handled_is_found() {
        sql("insert into dead_letters (consumer, message_id, type, payload, cause, failed_route, attempts,"
                + " correlation_id, traceparent, last_at) values ('finance.order.created', 'm', 'order.created', '{',"
                + " 'not readable', 'finance-on-order-created', 1, '', '', now() - interval '1 day')");

        assertThat(reconciliation.run().orElseThrow().open()).isEqualTo(1);
        assertThat(open(50).get(0).kind()).isEqualTo(Kind.MESSAGE_NOT_HANDLED);
    }

    @Test
    void an_order_of_whose_end_we_have_not_heard_is_found() {
        others.orders.add(others.order(order, "ORDER_CANCELLED", 100, 1));
        others.mails.add(others.mail(order, "ORDER_CREATED ORDER_CANCELLED"));

        finds(Kind.ORDER_END_NOT_HEARD, "nothing", "ORDER_CANCELLED 100 EUR");
    }

    @Test
    void an_order_that_does_not_end_is_found() {
        others.orders.add(others.order(order, "COMPENSATION_STARTED", 100, 1));

        finds(Kind.ORDER_NEVER_ENDED, "nothing", "COMPENSATION_STARTED 100 EUR");
    }

    @Test
    void an_order_that_is_lost_is_found() {
        sound(order);
        others.orders.clear();
        others.reservations.clear();
        others.mails.clear();
        sound(UUID.randomUUID());

        finds(Kind.ORDER_UNKNOWN, "CONFIRMED 100 EUR", "nothing");
    }

    @Test
    void an_order_of_another_sum_is_found() {
        sound(order);
        others.orders.set(0, others.order(order, "ORDER_CONFIRMED", 90, 2));

        finds(Kind.ORDER_END_NOT_HEARD, "CONFIRMED 100 EUR", "ORDER_CONFIRMED 90 EUR");
    }

    @Test
    void a_confirmed_order_whose_books_are_still_here_is_found() {
        sound(order);
        others.reservations.set(0, others.reservation(order, "HELD", 2));

        finds(Kind.CONFIRMED_BUT_NOT_SHIPPED, "ORDER_CONFIRMED, copies 2", "HELD, copies 2");
    }

    @Test
    void a_confirmed_order_for_which_too_few_books_were_held_is_found() {
        sound(order);
        others.reservations.set(0, others.reservation(order, "SOLD", 1));

        finds(Kind.CONFIRMED_BUT_NOT_SHIPPED, "ORDER_CONFIRMED, copies 2", "SOLD, copies 1");
    }

    @Test
    void books_that_are_held_for_no_order_are_found() {
        sound(UUID.randomUUID());
        others.reservations.add(others.reservation(order, "HELD", 2));

        finds(Kind.BOOKS_WITHOUT_ORDER, "nothing", "HELD, copies 2");
    }

    @Test
    void a_book_of_which_the_copies_do_not_add_up_is_found() {
        others.miscounts.add(new MiscountsTold.Entry(order, 3, 2, 5, 5));

        finds(Kind.STOCK_MISCOUNTED, "reserved 3", "held 2");
    }

    @Test
    void a_book_of_which_copies_came_or_went_unseen_is_found() {
        others.miscounts.add(new MiscountsTold.Entry(order, 2, 2, 5, 4));

        finds(Kind.STOCK_UNEXPLAINED, "on hand 5", "moved 4");
    }

    @Test
    void a_mail_that_nobody_got_is_found() {
        sound(order);
        others.mails.set(0, others.mail(order, "ORDER_CREATED PAYMENT_PROCESSED"));

        finds(Kind.MAIL_MISSING, "ORDER_CONFIRMED", "ORDER_CREATED PAYMENT_PROCESSED");
    }

    @Test
    void a_mail_on_the_way_that_nobody_got_is_found() {
        sound(order);
        others.mails.set(0, others.mail(order, "ORDER_CREATED ORDER_CONFIRMED"));

        finds(Kind.MAIL_MISSING, "ORDER_CONFIRMED", "ORDER_CREATED ORDER_CONFIRMED");
    }

    @Test
    void a_mail_that_says_what_is_not_so_is_found() {
        sound(UUID.randomUUID());
        others.mails.add(others.mail(order, "ORDER_CONFIRMED"));

        finds(Kind.MAIL_WITHOUT_CAUSE, "nothing", "ORDER_CONFIRMED");
    }

    @Test
    void a_message_that_was_sent_and_not_heard_is_found() {
        others.messages.add(new MessagesTold.Entry(1, order, "order.created", LONG_AGO));
        var heard = UUID.randomUUID();
        others.messages.add(new MessagesTold.Entry(2, heard, "order.created", LONG_AGO));
        sql("insert into inbox (consumed) values (?)", "finance.order.created " + heard);

        assertThat(reconciliation.run().orElseThrow().open()).isEqualTo(1);
        assertThat(open(50).get(0).kind()).isEqualTo(Kind.MESSAGE_NOT_HEARD);
        assertThat(open(50).get(0).orderId()).isEqualTo(order);
    }

    @Test
    void from_a_book_that_is_not_told_nothing_follows() {
        sound(order);
        others.mails.set(0, others.mail(order, "ORDER_CREATED"));
        assertThat(reconciliation.run().orElseThrow().open()).isEqualTo(1);
        sound(UUID.randomUUID());
        others.areSilent = true;

        var run = reconciliation.run().orElseThrow();

        assertThat(run.resolved()).isZero();
        assertThat(open(50)).singleElement().extracting(Finding::kind).isEqualTo(Kind.MAIL_MISSING);
    }

    @Test
    void a_finding_is_told_once_and_resolved_when_it_is_gone() {
        charge(order, 100, true);

        assertThat(reconciliation.run().orElseThrow().found()).isEqualTo(1);
        assertThat(reconciliation.run().orElseThrow().found()).isZero();
        assertThat(reconciliation.latest().orElseThrow().open()).isEqualTo(1);
        sql("truncate simulator_charges, simulator_refunds");

        assertThat(reconciliation.run().orElseThrow().resolved()).isEqualTo(1);
        assertThat(open(50)).isEmpty();
        assertThat(reconciliation.findings(false, Optional.empty(), 50))
                .singleElement()
                .extracting(Finding::resolvedAt)
                .isNotNull();
    }

    @Test
    void what_may_be_under_way_is_no_finding() {
        charge(order, 100, true);
        sql("update simulator_charges set captured_at = now()");

        assertThat(reconciliation.run().orElseThrow().open()).isZero();
        assertThat(with(Duration.ZERO).run().orElseThrow().open()).isEqualTo(1);
    }

    @Test
    void a_provider_whose_book_is_closed_is_not_suspected() {
        payment(order, "CAPTURED", "NONE", 100);
        confirmed(order, 100);

        var blind = new PostgresReconciliation(
                database, new BookCopies(database, Optional.empty(), Optional.empty()), Duration.ofMinutes(10));

        assertThat(blind.run().orElseThrow().open()).isZero();
    }

    @Test
    void one_compares_at_a_time() {
        database.transaction().executeWithoutResult(status -> {
            sql("select pg_advisory_xact_lock(hashtext('finance reconciliation'))");

            var other = CompletableFuture.supplyAsync(reconciliation::run);
            assertThat(other.join()).isEmpty();
        });
    }

    /** An order as it should be, in all books. */
    private void sound(UUID id) {
        payment(id, "CAPTURED", "NONE", 100);
        charge(id, 100, true);
        confirmed(id, 100);
        others.orders.add(others.order(id, "ORDER_CONFIRMED", 100, 2));
        others.reservations.add(others.reservation(id, "SOLD", 2));
        others.mails.add(others.mail(id, "ORDER_CREATED PAYMENT_PROCESSED ORDER_CONFIRMED"));
    }

    private void finds(Kind kind, String ours, String theirs) {
        assertThat(reconciliation.run().orElseThrow().open()).isEqualTo(1);
        var finding = open(50).get(0);
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.orderId()).isEqualTo(order);
        assertThat(finding.ours()).isEqualTo(ours);
        assertThat(finding.theirs()).isEqualTo(theirs);
    }

    private List<Finding> open(int size) {
        return reconciliation.findings(true, Optional.empty(), size);
    }

    private PostgresReconciliation with(Duration grace) {
        var copies = new BookCopies(database, Optional.of(new SimulatedBook(database)), Optional.of(others));
        return new PostgresReconciliation(database, copies, grace);
    }

    private void confirmed(UUID id, long total) {
        endedOrders.confirmed(new OrderConfirmed(id, "buyer", "buyer@example.com", total, "EUR", LONG_AGO));
    }

    private void cancelled(UUID id) {
        endedOrders.cancelled(new OrderCancelled(id, "buyer", "buyer@example.com", "OUT_OF_STOCK", LONG_AGO));
    }

    private static void payment(UUID id, String state, String refundState, long amount) {
        sql(
                "insert into payments (order_id, state, refund_state, payment_token, amount_minor, currency, changed_at)"
                        + " values (?, ?, ?, 'tok_visa', ?, 'EUR', now() - interval '1 day')",
                id,
                state,
                refundState,
                amount);
        if (state.equals("CAPTURED")) {
            posted(id, "CAPTURE", amount, "PROVIDER", "SALES");
        }
        if (refundState.equals("PROCESSED")) {
            posted(id, "REFUND", amount, "REFUNDS", "PROVIDER");
        }
    }

    private static void posted(UUID id, String movement, long amount, String debit, String credit) {
        sql(
                "insert into ledger_entries (order_id, movement, account, amount_minor, currency, posted_at)"
                        + " values (?, ?, ?, ?, 'EUR', now() - interval '1 day'), (?, ?, ?, ?, 'EUR', now())",
                id,
                movement,
                debit,
                amount,
                id,
                movement,
                credit,
                -amount);
    }

    private static void charge(UUID id, long amount, boolean captured) {
        sql(
                "insert into simulator_charges (key, token, amount_minor, currency, captured_at)"
                        + " values (?, 'tok_visa', ?, 'EUR', case when ? then now() - interval '1 day' end)",
                id,
                amount,
                captured);
    }

    private static void refund(UUID id) {
        sql("insert into simulator_refunds (key, refunded_at) values (?, now() - interval '1 day')", id);
    }

    private static void sql(String sql, Object... parameters) {
        var statement = database.jdbc().sql(sql).params(parameters);
        if (sql.startsWith("select")) {
            statement.query().listOfRows();
        } else {
            statement.update();
        }
    }
}
