package bookstore.ordering.saga;

import bookstore.ordering.UndoCause;
import bookstore.saga.Saga;
import bookstore.saga.SagaRoutes;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * What an undo step of an order is told by the saga service.
 *
 * @param isAskedAgain whether it was pending when it was last asked
 */
record Undoing(UUID orderId, UndoCause cause, boolean isAskedAgain) {

    static Undoing of(Exchange exchange) {
        var message = exchange.getMessage();
        var timedOut = Saga.TIMEOUT.equals(message.getHeader(SagaRoutes.REASON));
        return new Undoing(
                message.getHeader("order-id", UUID.class),
                timedOut ? UndoCause.TIMED_OUT : UndoCause.BY_SHOP,
                message.getHeader(SagaRoutes.ASKED_AGAIN, false, Boolean.class));
    }
}
