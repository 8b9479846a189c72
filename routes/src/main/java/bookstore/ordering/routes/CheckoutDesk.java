package bookstore.ordering.routes;

import bookstore.basket.commands.BasketContents;
import bookstore.edge.Json;
import bookstore.ordering.Checkout;
import bookstore.ordering.NewOrder;
import bookstore.ordering.Order;
import bookstore.ordering.Orders;
import bookstore.shared.GivenAnswer;
import bookstore.shared.postgres.GivenAnswers;
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
        return request.key()
                .flatMap(answers::find)
                .map(before -> before.to(request.fingerprint()))
                .orElse(null);
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
            return before.get().to(request.fingerprint());
        }
        Optional<Order> ordered = orders.ofBasket(basket.basketId(), basket.version());
        return ordered.isPresent() ? ordered.get() : checkout.price(request.wish(), basket);
    }

    /** What has become of a wish: the answer to an earlier request, or an order, with the answer kept under its key. */
    Object outcome(Exchange exchange) {
        var body = exchange.getMessage().getBody();
        if (body instanceof GivenAnswer) {
            return body;
        }
        var order = body instanceof NewOrder begun ? orders.findAny(begun.id()).orElseThrow() : (Order) body;
        keep(request(exchange), ACCEPTED, order);
        return order;
    }

    /** Waits for the end of the order if the buyer asked for that, and tells. */
    void reply(Exchange exchange) {
        var outcome = exchange.getMessage().getBody();
        var request = request(exchange);
        exchange.getMessage().removeHeaders("*");
        if (outcome instanceof GivenAnswer before) {
            json.replay(exchange, before);
        } else {
            tell(exchange, request, (Order) outcome);
        }
    }

    private void tell(Exchange exchange, CheckoutRequest request, Order order) {
        Optional<Order> ended = Optional.empty();
        if (request.patience().isPresent()) {
            var patience = request.patience().get();
            exchange.getMessage().setHeader("Preference-Applied", "wait=" + patience.toSeconds());
            ended = watch.end(order.id(), patience);
            ended.ifPresent(end -> keep(request, CREATED, end));
        }
        exchange.getMessage().setHeader("Location", OrderView.path(order.id()));
        json.answer(exchange, ended.isPresent() ? CREATED : ACCEPTED, OrderView.of(ended.orElse(order)));
    }

    private void keep(CheckoutRequest request, int status, Order order) {
        request.key().ifPresent(key -> {
            var body = json.text(OrderView.of(order));
            answers.keep(key, new GivenAnswer(request.fingerprint(), status, OrderView.path(order.id()), null, body));
        });
    }

    private static CheckoutRequest request(Exchange exchange) {
        return exchange.getVariable(REQUEST, CheckoutRequest.class);
    }
}
