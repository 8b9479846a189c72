package bookstore.finance.postgres;

import bookstore.finance.Payment;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.commands.RefundPayment;
import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.shared.postgres.Outbox;
import java.time.Clock;

/** Posts each movement of money in the ledger and tells of it, in the transaction of the payment's change. */
class Bookkeeper {

    private final PostgresLedger ledger;
    private final Outbox outbox;
    private final Clock clock;

    Bookkeeper(PostgresLedger ledger, Outbox outbox, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Money that an order which has ended no longer needs goes back. */
    void captured(Payment payment) {
        ledger.captured(payment);
        if (payment.orderCancelled()) {
            outbox.add(new RefundPayment(payment.orderId(), "LATE_CAPTURE"));
        } else {
            outbox.add(new PaymentProcessed(
                    payment.orderId(),
                    payment.reference(),
                    payment.amountMinor(),
                    payment.currency(),
                    clock.instant()));
        }
    }

    void declined(Payment payment) {
        if (!payment.orderCancelled()) {
            outbox.add(new PaymentRejected(payment.orderId(), payment.reference(), clock.instant()));
        }
    }

    /** Asks for the refund again. */
    void refundFailed(Payment payment) {
        ledger.refundFailed(payment);
        outbox.add(new RefundPayment(payment.orderId(), "REFUND_FAILED"));
    }

    void refunded(Payment payment, Answer answer) {
        ledger.refunded(payment);
        outbox.add(new RefundProcessed(
                payment.orderId(), answer.detail(), payment.amountMinor(), payment.currency(), clock.instant()));
    }
}
