package bookstore.finance.postgres;

import bookstore.finance.Payment;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.Payments;
import bookstore.finance.commands.ChargePayment;
import bookstore.finance.commands.RefundPayment;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderCreated;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every change is a compare-and-set on the state, so of two that race one wins and tells, the other does nothing. */
class PostgresPayments implements Payments {

    static final String COLUMNS =
            " order_id, state, payment_token, amount_minor, currency, reference, order_cancelled, charged_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Bookkeeper bookkeeper;
    private final PostgresRefunds refunds;
    private final Outbox outbox;

    PostgresPayments(ContextDatabase database, Outbox outbox, Clock clock) {
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
        this.bookkeeper = new Bookkeeper(new PostgresLedger(database), outbox, clock);
        this.refunds = new PostgresRefunds(database, bookkeeper, outbox);
        this.outbox = outbox;
    }

    @Override
    public void open(OrderCreated event) {
        var opened = jdbc.sql("insert into payments (order_id, state, payment_token, amount_minor, currency)"
                        + " values (?, 'PENDING', ?, ?, ?) on conflict do nothing")
                .params(event.orderId(), event.paymentToken(), event.totalMinor(), event.currency())
                .update();
        if (opened == 1) {
            outbox.add(new ChargePayment(event.orderId()));
        }
    }

    /** An order that was never heard of leaves a mark, so that its creation, heard late, charges nothing. */
    @Override
    public void cancel(OrderCancelled event) {
        jdbc.sql("insert into payments (order_id, state, payment_token, amount_minor, currency, order_cancelled)"
                        + " values (?, 'DECLINED', '', 0, 'XXX', true)"
                        + " on conflict (order_id) do update set order_cancelled = true")
                .param(event.orderId())
                .update();
        if (refunds.begin(event.orderId()).isPresent()) {
            outbox.add(new RefundPayment(event.orderId(), event.reason()));
        }
    }

    /**
     * Also after a no, which is then in doubt again: a process that was held up may have charged since, and if it died
     * before it could say so, the message that it left behind is what finds the money. The order has been told of the
     * no, so it hears nothing more.
     */
    @Override
    public Optional<Payment> attempt(UUID orderId) {
        var open = noteAttempt(orderId);
        open.filter(Payment::isFree).ifPresent(payment -> settle(payment.nothingToPay()));
        return open.filter(payment -> !payment.isFree());
    }

    private Optional<Payment> noteAttempt(UUID orderId) {
        return jdbc.sql("update payments set attempts = attempts + 1, changed_at = now(), state = 'PENDING',"
                        + " charged_at = case when state = 'PENDING' and not order_cancelled then now() else charged_at end,"
                        + " order_cancelled = order_cancelled or state = 'DECLINED' where order_id = ?"
                        + " and (state = 'PENDING' or state = 'DECLINED' and payment_token <> '') returning" + COLUMNS)
                .param(orderId)
                .query(Payment.class)
                .optional();
    }

    /**
     * A capture that is told after all is believed; the order has been told of a no, so the money goes back. That is due
     * at once, so that it is not forgotten if the command to do it gets lost.
     */
    @Override
    public void settle(Answer answer) {
        var captured = answer.known().outcome() == Outcome.SUCCEEDED;
        transaction.executeWithoutResult(status -> {
            var settled = jdbc.sql("update payments set state = ?, changed_at = now(),"
                            + " reference = case when ? or reference = '' then ? else reference end,"
                            + " refund_state = case when ? and (order_cancelled or state = 'DECLINED') then 'DUE'"
                            + " else refund_state end,"
                            + " order_cancelled = order_cancelled or state = 'DECLINED' where order_id = ?"
                            + " and (state = 'PENDING' or ? and state = 'DECLINED' and payment_token <> '')"
                            + " returning" + COLUMNS)
                    .params(captured ? "CAPTURED" : "DECLINED", captured, answer.detail(), captured)
                    .params(answer.key(), captured)
                    .query(Payment.class)
                    .optional();
            settled.ifPresent(captured ? bookkeeper::captured : bookkeeper::declined);
        });
    }

    @Override
    public Optional<Payment> refundDue(UUID orderId) {
        return refunds.due(orderId);
    }

    @Override
    public void refunded(Answer answer) {
        refunds.processed(answer);
    }

    @Override
    public void refundFailed(Answer answer) {
        refunds.failed(answer);
    }

    @Override
    public long refundsDue(int attempts) {
        return jdbc.sql("select count(*) from payments where refund_state = 'DUE'"
                        + " and (refund_attempts >= ? or refunds_failed >= ?)")
                .params(attempts, PostgresRefunds.FAILURES)
                .query(Long.class)
                .single();
    }

    @Override
    public void resume(Duration quiet) {
        transaction.executeWithoutResult(status -> {
            unresolved(quiet, "state = 'PENDING'").forEach(id -> outbox.add(new ChargePayment(id)));
            var failures = PostgresRefunds.FAILURES;
            unresolved(quiet, "refund_state = 'DUE' and refunds_failed < " + failures)
                    .forEach(id -> outbox.add(new RefundPayment(id, "RESUMED")));
        });
    }

    private Iterable<UUID> unresolved(Duration quiet, String condition) {
        return jdbc.sql("update payments set changed_at = now() where " + condition
                        + " and changed_at < now() - make_interval(secs => ?) returning order_id")
                .param(quiet.toMillis() / 1000.0)
                .query(UUID.class)
                .list();
    }
}
