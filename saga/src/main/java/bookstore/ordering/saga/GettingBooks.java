package bookstore.ordering.saga;

import bookstore.inventory.events.InventoryReserved;
import bookstore.inventory.events.InventoryUnavailable;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.saga.SagaRoutes;
import org.apache.camel.Exchange;

/** The last step: the books of a paid order are held, which completes the saga, or are not there, which undoes it. */
class GettingBooks extends SagaRoutes {

    private final Ordering ordering;
    private final Orders orders;

    GettingBooks(Ordering ordering, Orders orders) {
        this.ordering = ordering;
        this.orders = orders;
    }

    @Override
    protected void routes() {
        from("direct:ordering-confirm-order")
                .routeId("ordering-confirm-order")
                .routeGroup("ordering")
                .routeDescription("Complete the saga of an order whose books are held, and confirm the order")
                .setHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
                .body(InventoryReserved.class, event -> orders.lockSaga(event.orderId()))
                .to("saga:complete")
                .process()
                .body(InventoryReserved.class, event -> ordering.confirm(event.orderId()));

        from("direct:ordering-miss-stock")
                .routeId("ordering-miss-stock")
                .routeGroup("ordering")
                .routeDescription("Give an order up whose books are not there")
                .setHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
                .body(InventoryUnavailable.class, event -> orders.lockSaga(event.orderId()))
                .process()
                .body(InventoryUnavailable.class, ordering::missStock)
                .to("saga:compensate");
    }
}
