package bookstore.finance.stripe;

import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a request to Stripe, call by call, until it is answered. A charge is one call; a refund looks first at the
 * refunds that there are, and a look-up searches before it asks for the payment itself, since what a search shows may be
 * old.
 */
public class StripeTalk {

    private static final String INTENTS = "/v1/payment_intents";
    private static final String SEARCH = INTENTS + "/search";
    private static final String REFUNDS = "/v1/refunds";
    private static final String ORDER = "metadata[order_id]";

    private final StripeReplies replies;
    private final Clock clock;
    private final Duration searchable;

    public StripeTalk(StripeReplies replies, Clock clock, Duration searchable) {
        this.replies = replies;
        this.clock = clock;
        this.searchable = searchable;
    }

    /** What to call first. */
    public StripeCall first(Request request) {
        return switch (request.action()) {
            case CHARGE -> charge(request);
            case REFUND -> StripeCall.get(REFUNDS, Map.of("payment_intent", request.reference(), "limit", "100"));
            case LOOK_UP -> search(request);
        };
    }

    /**
     * What follows from a reply.
     *
     * @param body JSON
     * @return the next {@link StripeCall}, or the {@link Answer}
     * @throws bookstore.finance.ProviderUnavailable if Stripe has not said what became of the call
     */
    public Object next(Request request, StripeCall call, int status, String body) {
        if (call.path().equals(SEARCH)) {
            return replies.found(status, body)
                    .<Object>map(id -> StripeCall.get(INTENTS + "/" + id, Map.of()))
                    .orElseGet(() -> replies.notFound(request.key(), isSearchable(request)));
        }
        if (call.path().equals(REFUNDS)) {
            return call.method().equals("GET") ? afterRefunds(request, status, body) : refund(request, status, body);
        }
        return replies.charge(request.key(), status, body);
    }

    private static StripeCall charge(Request request) {
        var form = new LinkedHashMap<String, String>();
        form.put("amount", String.valueOf(request.amountMinor()));
        form.put("currency", request.currency().toLowerCase(Locale.ROOT));
        form.put("confirm", "true");
        form.put("error_on_requires_action", "true");
        form.put("payment_method_types[]", "card");
        form.put(ORDER, request.key().toString());
        if (request.paymentToken().startsWith("tok_")) {
            form.put("payment_method_data[type]", "card");
            form.put("payment_method_data[card][token]", request.paymentToken());
        } else {
            form.put("payment_method", request.paymentToken());
        }
        return StripeCall.post(INTENTS, form, request.key() + "-charge");
    }

    private static StripeCall search(Request request) {
        return StripeCall.get(SEARCH, Map.of("query", "metadata['order_id']:'" + request.key() + "'"));
    }

    /** Counted from the last charge: an order may have been charged long after it came. */
    private boolean isSearchable(Request request) {
        var chargedAt = request.chargedAt();
        return chargedAt == null || chargedAt.plus(searchable).isBefore(clock.instant());
    }

    /** A refund that failed is asked for anew, which to Stripe is another request. */
    private Object afterRefunds(Request request, int status, String body) {
        var refunds = replies.refunds(status, body);
        var missing = request.amountMinor() - refunds.given();
        if (missing <= 0 || refunds.isPending()) {
            return refunds.answer(request.key());
        }
        var form = new LinkedHashMap<String, String>();
        form.put("payment_intent", request.reference());
        form.put("amount", String.valueOf(missing));
        form.put(ORDER, request.key().toString());
        return StripeCall.post(REFUNDS, form, request.key() + "-refund-" + refunds.number());
    }

    private Answer refund(Request request, int status, String body) {
        return replies.refund(request.key(), status, body);
    }
}
