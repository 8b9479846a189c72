package bookstore.ordering.saga;

import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.saga.SagaRoutes;
import bookstore.saga.StepPending;
import org.apache.camel.Exchange;
import org.apache.camel.model.SagaCompletionMode;
import org.apache.camel.model.SagaPropagation;

/**
 * The money of an order has come, or will not come. What has come goes back when a later step fails; that takes as long
 * as finance needs, so this step's undoing is pending until finance has told. Each time that the saga looks in vain, it
 * asks finance again.
 *
 * <p>The order is locked before its saga, here and everywhere: two who took the locks the other way round would wait for
 * each other.
 */
class TakingPayment extends SagaRoutes {

    private final Ordering ordering;
    private final Orders orders;

    TakingPayment(Ordering ordering, Orders orders) {
        this.ordering = ordering;
        this.orders = orders;
    }

    @Override
    protected void routes() {
        from("direct:ordering-accept-payment")
                .routeId("ordering-accept-payment")
                .routeGroup("ordering")
                .routeDescription("Find the saga of an order that was paid")
                .setHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
                .body(PaymentProcessed.class, event -> orders.lockSaga(event.orderId()))
                .to("direct:ordering-take-payment");

        from("direct:ordering-take-payment")
                .routeId("ordering-take-payment")
                .routeGroup("ordering")
                .routeDescription("Go on from the money to the books")
                .saga()
                .propagation(SagaPropagation.MANDATORY)
                .completionMode(SagaCompletionMode.MANUAL)
                .option("order-id", simple("${body.orderId}"))
                .compensation("direct:ordering-undo-take-payment")
                .process()
                .body(PaymentProcessed.class, ordering::acceptPayment);

        from("direct:ordering-undo-take-payment")
                .routeId("ordering-undo-take-payment")
                .routeGroup("ordering")
                .routeDescription("Have the money given back, and wait until it is")
                .setBody(Undoing::of)
                .process()
                .body(Undoing.class, this::undo);

        from("direct:ordering-reject-payment")
                .routeId("ordering-reject-payment")
                .routeGroup("ordering")
                .routeDescription("Give an order up whose money will not come")
                .setHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
                .body(PaymentRejected.class, event -> orders.lockSaga(event.orderId()))
                .process()
                .body(PaymentRejected.class, ordering::rejectPayment)
                .to("saga:compensate");
    }

    private void undo(Undoing undoing) {
        if (!ordering.undoPayment(undoing.orderId(), undoing.cause())) {
            if (undoing.isAskedAgain()) {
                ordering.askAgainForRefund(undoing.orderId());
            }
            throw new StepPending("the refund of order " + undoing.orderId());
        }
    }
}
