package bookstore.finance.postgres;

import bookstore.finance.Payment;
import bookstore.shared.postgres.ContextDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger, by double entry. Each movement of money is a debit and a credit of the same sum, posted in the transaction
 * of the payment's change; the database refuses what does not balance, and whoever would change an entry.
 */
class PostgresLedger {

    private final JdbcClient jdbc;

    PostgresLedger(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    void captured(Payment payment) {
        post(payment, "CAPTURE", "PROVIDER", "SALES");
    }

    void refunded(Payment payment) {
        post(payment, "REFUND", "REFUNDS", "PROVIDER");
    }

    /** What takes back the latest refund, before the failure is counted. */
    void refundFailed(Payment payment) {
        post(payment, "REFUND_FAILED", "PROVIDER", "REFUNDS");
    }

    private void post(Payment payment, String movement, String debit, String credit) {
        jdbc.sql(
                        "insert into ledger_entries (order_id, movement, account, amount_minor, currency, round)"
                                + " select :order, :movement, account, sum, :currency, refunds_failed from payments,"
                                + " (values (:debit, :amount), (:credit, -:amount)) entries (account, sum) where order_id = :order")
                .param("order", payment.orderId())
                .param("movement", movement)
                .param("debit", debit)
                .param("credit", credit)
                .param("amount", payment.amountMinor())
                .param("currency", payment.currency())
                .update();
    }
}
