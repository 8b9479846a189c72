package bookstore.ordering.saga;

import bookstore.ordering.Cancellation;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.saga.SagaRoutes;
import org.apache.camel.Exchange;

/** Buyer or shop calls an order off while that is possible. To be called in a transaction. */
class CallingOff extends SagaRoutes {

    private final Ordering ordering;
    private final Orders orders;

    CallingOff(Ordering ordering, Orders orders) {
        this.ordering = ordering;
        this.orders = orders;
    }

    @Override
    protected void routes() {
        from("direct:ordering-call-off-order")
                .routeId("ordering-call-off-order")
                .routeGroup("ordering")
                .routeDescription("Give an order up that somebody does not want any more")
                .setHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
                .body(Cancellation.class, wish -> orders.lockSaga(wish.orderId()))
                .process()
                .body(Cancellation.class, ordering::cancel)
                .to("saga:compensate");
    }
}
