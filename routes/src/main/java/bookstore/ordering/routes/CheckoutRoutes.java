package bookstore.ordering.routes;

import bookstore.basket.commands.BasketContents;
import bookstore.basket.commands.ReadBasket;
import bookstore.edge.HttpRoutes;
import bookstore.messaging.Question;
import bookstore.ordering.NewOrder;

/** From the basket to an order: asked for over HTTP, begun in one transaction. */
class CheckoutRoutes extends HttpRoutes {

    private static final Question BASKET = new Question(ReadBasket.class, BasketContents.class);

    private final CheckoutReader reader;
    private final CheckoutDesk desk;

    CheckoutRoutes(CheckoutReader reader, CheckoutDesk desk) {
        super("ordering");
        this.reader = reader;
        this.desk = desk;
    }

    @Override
    protected void operations() {
        answer(CheckoutReader.OPERATION, "Order what lies in the caller's basket")
                .setBody(reader::read)
                .setVariable(CheckoutDesk.REQUEST, body())
                .setBody()
                .body(CheckoutRequest.class, desk::repeat)
                .filter(body().isNull())
                .to("direct:ordering-read-basket")
                .to("direct:ordering-accept-order")
                .end()
                .process(desk::reply);

        from("direct:ordering-read-basket")
                .routeId("ordering-read-basket")
                .routeGroup("ordering")
                .routeDescription("Ask the basket what is in it; without an answer nothing is begun")
                .setBody(variable(CheckoutDesk.REQUEST))
                .transform()
                .body(CheckoutRequest.class, CheckoutRequest::question)
                .removeHeaders("*")
                .process(BASKET::ask)
                .to(BASKET.endpoint())
                .process(BASKET::answer);

        from("direct:ordering-accept-order")
                .routeId("ordering-accept-order")
                .routeGroup("ordering")
                .routeDescription("Make one order of one wish: key, order, saga and answer in one transaction")
                .transacted("ordering-transaction")
                .setBody(desk::accept)
                .filter(body().isInstanceOf(NewOrder.class))
                .to("direct:ordering-place-order")
                .end()
                .setBody(desk::outcome);
    }
}
