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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How what was captured goes back: due, as soon as that is known, until the provider has said that it is done. */
class PostgresRefunds {

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
                        + " returning" + PostgresPayments.COLUMNS)
                .params(orderId, before)
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
                .ifPresent(payment -> bookkeeper.refunded(payment, answer)));
    }
}
