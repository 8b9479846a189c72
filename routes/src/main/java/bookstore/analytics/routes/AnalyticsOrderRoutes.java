package bookstore.analytics.routes;

import bookstore.analytics.Tally;
import bookstore.messaging.MessageRoutes;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;

/** What is counted of orders. */
class AnalyticsOrderRoutes extends MessageRoutes {

    AnalyticsOrderRoutes() {
        super("analytics");
    }

    @Override
    protected void listeners() {
        hear(OrderCreated.class, "Count an order that was placed")
                .transform()
                .body(OrderCreated.class, Tally::of)
                .to("direct:analytics-count-occurrence");

        hear(OrderConfirmed.class, "Count an order that was confirmed, and its money")
                .transform()
                .body(OrderConfirmed.class, Tally::of)
                .to("direct:analytics-count-occurrence");

        hear(OrderCancelled.class, "Count an order that was cancelled")
                .transform()
                .body(OrderCancelled.class, Tally::of)
                .to("direct:analytics-count-occurrence");
    }
}
