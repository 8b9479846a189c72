package bookstore.ordering.saga;

import bookstore.finance.events.RefundProcessed;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.saga.DurableSagas;
import bookstore.saga.SagaRoutes;

/** The money of an order has gone back: its saga, which has waited for that, is woken. */
class NotingRefund extends SagaRoutes {

    private final Ordering ordering;
    private final Orders orders;
    private final DurableSagas sagas;

    NotingRefund(Ordering ordering, Orders orders, DurableSagas sagas) {
        this.ordering = ordering;
        this.orders = orders;
        this.sagas = sagas;
    }

    @Override
    protected void routes() {
        from("direct:ordering-note-refund")
                .routeId("ordering-note-refund")
                .routeGroup("ordering")
                .routeDescription("Note that money has gone back, and let the saga that waits for it go on")
                .process()
                .body(RefundProcessed.class, ordering::noteRefund)
                .process()
                .body(RefundProcessed.class, event -> sagas.wake(orders.lockSaga(event.orderId())));
    }
}
