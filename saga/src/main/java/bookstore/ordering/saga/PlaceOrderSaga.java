package bookstore.ordering.saga;

import bookstore.ordering.NewOrder;
import bookstore.ordering.Ordering;
import bookstore.saga.SagaRoutes;
import org.apache.camel.model.SagaCompletionMode;
import org.apache.camel.model.SagaPropagation;

/**
 * A buyer's order: first the money, then the books. It lives from the order to its end, over messages and restarts;
 * word of the other contexts leads it on, and when it has been too long in coming, or says no, what was done is undone.
 *
 * <p>To be called in a transaction: order, saga and the word of it are there together or not at all.
 */
class PlaceOrderSaga extends SagaRoutes {

    private final Ordering ordering;

    PlaceOrderSaga(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    protected void routes() {
        from("direct:ordering-place-order")
                .routeId("ordering-place-order")
                .routeGroup("ordering")
                .routeDescription("Begin an order and its saga, and ask for the money")
                .saga()
                .propagation(SagaPropagation.REQUIRES_NEW)
                .completionMode(SagaCompletionMode.MANUAL)
                .timeout("{{bookstore.ordering.saga-timeout}}")
                .option("order-id", simple("${body.id}"))
                .compensation("direct:ordering-undo-place-order")
                .setBody(CarriedOrder::of)
                .process()
                .body(NewOrder.class, ordering::begin);

        from("direct:ordering-undo-place-order")
                .routeId("ordering-undo-place-order")
                .routeGroup("ordering")
                .routeDescription("End an order without books changing hands, and tell everybody")
                .setBody(Undoing::of)
                .process()
                .body(Undoing.class, undoing -> ordering.undoBegin(undoing.orderId(), undoing.cause()));
    }
}
