package bookstore.finance.postgres;

import bookstore.finance.Payment;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.ProviderUnavailable;
import bookstore.finance.events.RefundProcessed;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.Outbox;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How what was captured goes back: due, as soon as that is known, until the provider has said that it is done. */
class PostgresRefunds {

    /** Who has had so many refunds of one order fail must look for another way. */
    static final int FAILURES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresRefunds.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Bookkeeper bookkeeper;
    private final Outbox outbox;

    PostgresRefunds(ContextDatabase database, Bookkeeper bookkeeper, Outbox outbox) {
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
        this.bookkeeper = bookkeeper;
        this.outbox = outbox;
    }

    /** Makes the refund due, unless it is already or there is nothing to give back. */
    Optional<Payment> begin(UUID orderId) {
        return due(orderId, "NONE");
    }

    /** As {@link bookstore.finance.Payments#refundDue}. */
    Optional<Payment> due(UUID orderId) {
        var due = due(orderId, "DUE").or(() -> begin(orderId));
        if (due.isEmpty()) {
            transaction.executeWithoutResult(status -> processed(orderId).ifPresent(outbox::add));
        }
        due.filter(Payment::isFree).ifPresent(payment -> processed(payment.nothingToPay()));
        return due.filter(payment -> !payment.isFree());
    }

    private Optional<Payment> due(UUID orderId, String before) {
        return jdbc.sql("update payments set refund_state = 'DUE', refund_attempts = refund_attempts + 1,"
                        + " changed_at = now() where order_id = ? and state = 'CAPTURED' and refund_state = ?"
                        + " and refunds_failed < ?"
                        + " returning" + PostgresPayments.COLUMNS)
                .params(orderId, before, FAILURES)
                .query(Payment.class)
                .optional();
    }

    /** In the words of the first time. */
    private Optional<RefundProcessed> processed(UUID orderId) {
        return jdbc.sql("select order_id, refund_reference as reference, amount_minor, currency,"
                        + " changed_at as refunded_at from payments where order_id = ? and refund_state = 'PROCESSED'")
                .param(orderId)
                .query(RefundProcessed.class)
                .optional();
    }

    /** As {@link bookstore.finance.Payments#refunded}. */
    void processed(Answer answer) {
        if (answer.known().outcome() != Outcome.SUCCEEDED) {
            throw new ProviderUnavailable("the refund of " + answer.key() + " was turned down: " + answer.detail());
        }
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update payments set refund_state = 'PROCESSED', refund_reference = ?, changed_at = now()"
                                + " where order_id = ? and refund_state = 'DUE' returning" + PostgresPayments.COLUMNS)
                .params(answer.detail(), answer.key())
                .query(Payment.class)
                .optional()
                .ifPresentOrElse(payment -> bookkeeper.refunded(payment, answer), () -> noteUnasked(answer)));
    }

    /** Somebody gave money back at the provider's; only who knows why can say what is to become of the order. */
    private void noteUnasked(Answer answer) {
        var noted = jdbc.sql("update payments set unasked_refund = ? where order_id = ? and state = 'CAPTURED'"
                        + " and refund_state = 'NONE' and unasked_refund <> ?")
                .params(answer.detail(), answer.key(), answer.detail())
                .update();
        if (noted == 1) {
            LOG.warn("Refund that nobody asked for order={} refund={}", answer.key(), answer.detail());
        }
    }

    /** As {@link bookstore.finance.Payments#refundFailed}. */
    void failed(Answer answer) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select" + PostgresPayments.COLUMNS + " from payments where order_id = ?"
                            + " and refund_state = 'PROCESSED' and refund_reference = ? for update")
                    .params(answer.key(), answer.detail())
                    .query(Payment.class)
                    .optional()
                    .ifPresent(bookkeeper::refundFailed);
            jdbc.sql("update payments set refunds_failed = refunds_failed + 1, refund_state = 'DUE',"
                            + " refund_reference = ?, changed_at = now() where order_id = ?"
                            + " and (refund_state = 'PROCESSED') = (refund_reference = ?) and refund_state <> 'NONE'"
                            + " returning refunds_failed")
                    .params(answer.detail(), answer.key(), answer.detail())
                    .query(Integer.class)
                    .optional()
                    .ifPresent(failures -> report(answer, failures));
        });
    }

    private static void report(Answer answer, int failures) {
        if (failures < FAILURES) {
            LOG.warn("Refund failed order={} refund={} failures={}", answer.key(), answer.detail(), failures);
        } else {
            LOG.error(
                    "Refund NEEDS_ATTENTION, it is not asked for any more order={} refund={} failures={}",
                    answer.key(),
                    answer.detail(),
                    failures);
        }
    }
}
