package bookstore.ordering.routes;

import bookstore.basket.commands.BasketFilled;
import bookstore.basket.commands.FillBasket;
import bookstore.edge.HttpRoutes;
import bookstore.messaging.Question;

/** What buyers can do with their orders. */
class OrderChangeRoutes extends HttpRoutes {

    private static final Question FILL = new Question(FillBasket.class, BasketFilled.class);

    private final OrderDesk desk;

    OrderChangeRoutes(OrderDesk desk) {
        super("ordering");
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer("ordering-cancel-order", "Call an order off; its saga undoes what was done")
                .transacted("ordering-transaction")
                .setBody(desk::cancellation)
                .to("direct:ordering-call-off-order")
                .process(desk::accepted);

        answer("ordering-repeat-order", "Put the books of an order into the buyer's basket again")
                .setBody(desk::again)
                .to("direct:ordering-fill-basket")
                .transform()
                .body(BasketFilled.class, FilledBasket::of);

        from("direct:ordering-fill-basket")
                .routeId("ordering-fill-basket")
                .routeGroup("ordering")
                .routeDescription("Ask the basket to take books in")
                .removeHeaders("*")
                .process(FILL::ask)
                .to(FILL.endpoint())
                .process(FILL::answer);
    }
}
