package bookstore.finance.routes;

import bookstore.finance.Payment;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.Payments;
import bookstore.finance.commands.ChargePayment;
import bookstore.finance.commands.RefundPayment;
import bookstore.messaging.MessageRoutes;
import org.jspecify.annotations.Nullable;

/** Takes money and gives it back. An attempt is written down before the provider is asked, its answer afterwards. */
class ChargeRoutes extends MessageRoutes {

    /** Kept apart, since the provider's Kamelet strips the message of what a redelivery needs. */
    private static final String ANSWER = "answer";

    private final Payments payments;

    ChargeRoutes(Payments payments) {
        super("finance");
        this.payments = payments;
    }

    @Override
    protected void listeners() {
        work(ChargePayment.class, "Charge an order, or find out what became of the last attempt")
                .transform()
                .body(ChargePayment.class, this::chargeToAsk)
                .filter(body().isNotNull())
                .toV("direct:finance-ask-provider", null, ANSWER)
                .setBody(variable(ANSWER))
                .process()
                .body(Answer.class, payments::settle);

        work(RefundPayment.class, "Give the money of an order back")
                .transform()
                .body(RefundPayment.class, this::refundToAsk)
                .filter(body().isNotNull())
                .toV("direct:finance-ask-provider", null, ANSWER)
                .setBody(variable(ANSWER))
                .process()
                .body(Answer.class, payments::refunded);
    }

    private @Nullable Request chargeToAsk(ChargePayment command) {
        return payments.attempt(command.orderId()).map(Payment::charge).orElse(null);
    }

    private @Nullable Request refundToAsk(RefundPayment command) {
        return payments.refundDue(command.orderId()).map(Payment::refund).orElse(null);
    }
}
