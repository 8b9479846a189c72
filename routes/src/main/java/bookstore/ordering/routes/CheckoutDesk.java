package bookstore.ordering.routes;

import bookstore.basket.commands.BasketContents;
import bookstore.edge.Json;
import bookstore.ordering.Checkout;
import bookstore.ordering.GivenAnswer;
import bookstore.ordering.GivenAnswers;
import bookstore.ordering.NewOrder;
import bookstore.ordering.Order;
import bookstore.ordering.Orders;
import bookstore.ordering.RequestKey;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Makes one order of one wish, however often it comes. The request travels as the variable {@value #REQUEST}.
 *
 * <p>Two things tell that a wish has come before: its {@code Idempotency-Key}, and the basket, of which every version is
 * ordered once.
 */
final class CheckoutDesk {

    static final String REQUEST = "request";

    private static final int ACCEPTED = 202;
    private static final int CREATED = 201;

    private final Checkout checkout;
    private final Orders orders;
    private final GivenAnswers answers;
    private final OrderWatch watch;
    private final Json json;

    CheckoutDesk(Checkout checkout, Orders orders, GivenAnswers answers, OrderWatch watch, Json json) {
        this.checkout = checkout;
        this.orders = orders;
        this.answers = answers;
        this.watch = watch;
        this.json = json;
    }

    /** What was answered to this request before, or null. */
    @Nullable
    GivenAnswer repeat(CheckoutRequest request) {
        return request.key().flatMap(answers::find).orElse(null);
    }

    /**
     * Takes key and basket for the transaction.
     *
     * @return a {@link NewOrder} to be begun; an {@link Order} that was made of the basket, or a {@link GivenAnswer} to
     *     the key, if the wish has come before
     */
    Object accept(Exchange exchange) {
        var request = request(exchange);
        var basket = exchange.getMessage().getBody(BasketContents.class);
        var before = request.key().flatMap(answers::claim);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Order> ordered = orders.ofBasket(basket.basketId(), basket.version());
        return ordered.isPresent() ? ordered.get() : checkout.price(request.wish(), basket);
    }

    /** The answer to a wish, kept under its key in the transaction of the order. */
    GivenAnswer answer(Exchange exchange) {
        var body = exchange.getMessage().getBody();
        if (body instanceof GivenAnswer before) {
            return before;
        }
        var order = body instanceof NewOrder begun ? orders.findAny(begun.id()).orElseThrow() : (Order) body;
        var answer = answer(ACCEPTED, order);
        request(exchange).key().ifPresent(key -> answers.keep(key, answer));
        return answer;
    }

    /** Waits for the end of the order if the buyer asked for that, and tells. */
    void reply(Exchange exchange) {
        var answer = exchange.getMessage().getBody(GivenAnswer.class);
        var request = request(exchange);
        exchange.getMessage().removeHeaders("*");
        if (answer.repeated()) {
            exchange.getMessage().setHeader("Idempotent-Replayed", "true");
        } else if (request.patience().isPresent()) {
            var patience = request.patience().get();
            exchange.getMessage().setHeader("Preference-Applied", "wait=" + patience.toSeconds());
            var ended = watch.end(answer.orderId(), patience);
            answer = ended.isPresent() ? ended(ended.get(), request.key()) : answer;
        }
        exchange.getMessage().setHeader("Location", OrderView.path(answer.orderId()));
        json.answer(exchange, answer.status(), new WrittenJson(answer.body()));
    }

    private GivenAnswer ended(Order order, Optional<RequestKey> key) {
        var answer = answer(CREATED, order);
        key.ifPresent(known -> answers.keep(known, answer));
        return answer;
    }

    private GivenAnswer answer(int status, Order order) {
        return new GivenAnswer(order.id(), status, json.text(OrderView.of(order)), false);
    }

    private static CheckoutRequest request(Exchange exchange) {
        return exchange.getVariable(REQUEST, CheckoutRequest.class);
    }
}
