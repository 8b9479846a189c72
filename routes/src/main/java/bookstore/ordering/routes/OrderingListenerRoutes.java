package bookstore.ordering.routes;

import bookstore.finance.events.PaymentProcessed;
import bookstore.finance.events.PaymentRejected;
import bookstore.finance.events.RefundProcessed;
import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.Ordering;
import bookstore.saga.SagaEnded;
import bookstore.saga.UnknownSaga;

/**
 * What ordering hears of money and books. Word that comes when the saga has been decided otherwise is no failure: it is
 * answered here, in the same transaction, by what the compensation leaves to be done.
 */
class OrderingListenerRoutes extends MessageRoutes {

    private final Ordering ordering;

    OrderingListenerRoutes(Ordering ordering) {
        super("ordering");
        this.ordering = ordering;
    }

    @Override
    protected void listeners() {
        hear(PaymentProcessed.class, "Go on to the books, or note that the money came too late")
                .doTry()
                .to("direct:ordering-accept-payment")
                .doCatch(SagaEnded.class, UnknownSaga.class)
                .process()
                .body(PaymentProcessed.class, ordering::noteLatePayment)
                .end();

        hear(PaymentRejected.class, "Give an order up that is not paid").to("direct:ordering-reject-payment");

        hear(InventoryReserved.class, "Confirm an order, or leave it to the compensation that was quicker")
                .doTry()
                .to("direct:ordering-confirm-order")
                .doCatch(SagaEnded.class, UnknownSaga.class)
                .log("Books held too late order=${body.orderId}; they are released when the order has ended")
                .end();

        hear(InventoryUnavailable.class, "Give an order up whose books are not there")
                .to("direct:ordering-miss-stock");

        hear(RefundProcessed.class, "Note that the money went back").to("direct:ordering-note-refund");
    }
}
