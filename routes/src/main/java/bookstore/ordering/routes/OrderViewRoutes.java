package bookstore.ordering.routes;

import bookstore.edge.HttpRoutes;
import bookstore.ordering.Order;

/** What buyers can see of their orders. */
class OrderViewRoutes extends HttpRoutes {

    private final OrderDesk desk;
    private final OrderStreams streams;
    private final InvoicePage invoice;

    OrderViewRoutes(OrderDesk desk, OrderStreams streams, InvoicePage invoice) {
        super("ordering");
        this.desk = desk;
        this.streams = streams;
        this.invoice = invoice;
    }

    @Override
    protected void operations() {
        answer("ordering-list-orders", "List the caller's orders, newest first").setBody(desk::list);

        answer("ordering-show-order", "Show an order")
                .setBody(desk::find)
                .transform()
                .body(Order.class, OrderView::of);

        answer("ordering-show-timeline", "Show the life of an order so far").setBody(desk::timeline);

        answer("ordering-watch-order", "Tell the steps of an order as they happen, until its end")
                .setBody(desk::find)
                .process(streams::open);

        answer("ordering-show-invoice", "Show the invoice of a confirmed order")
                .setBody(desk::find)
                .process(invoice::show);
    }
}
