package bookstore.ordering.saga;

import bookstore.ordering.NewOrder;
import org.apache.camel.Exchange;

/** Writes into a new order which saga carries it, by which the saga is found when word comes of the order. */
final class CarriedOrder {

    private CarriedOrder() {}

    static NewOrder of(Exchange exchange) {
        var saga = exchange.getMessage().getHeader(Exchange.SAGA_LONG_RUNNING_ACTION, String.class);
        return exchange.getMessage().getBody(NewOrder.class).carriedBy(saga);
    }
}
