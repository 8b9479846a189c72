package bookstore.finance.routes;

import bookstore.finance.routes.StripeStub.Call;
import bookstore.finance.routes.StripeStub.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What is behind Stripe's API: payments and refunds, and what is asked of them. */
final class StripeBook {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> CREATE = Set.of(
            "amount",
            "currency",
            "confirm",
            "error_on_requires_action",
            "payment_method",
            "payment_method_types[]",
            "payment_method_data[type]",
            "payment_method_data[card][token]",
            "metadata[order_id]");

    /** Test payment methods of Stripe's documentation that fail, with their codes. */
    private static final Map<String, String> DECLINES = Map.of(
            "pm_card_chargeDeclined", "generic_decline",
            "pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds",
            "pm_card_chargeDeclinedExpiredCard", "");

    private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
    private final List<ObjectNode> refunds = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile boolean searchable = true;
    private volatile int failingRefunds;
    private volatile String chargedStatus = "succeeded";

    /** A search does not find yet what has just been paid. */
    void searchLags(boolean lags) {
        searchable = !lags;
    }

    /** The next refunds are taken and fail afterwards. */
    void nextRefundsFail(int number) {
        failingRefunds = number;
    }

    /** What becomes of a good card, usually {@code succeeded}. */
    void goodCardsAre(String status) {
        chargedStatus = status;
    }

    synchronized List<ObjectNode> intentsOf(String order) {
        return intents.values().stream()
                .filter(intent -> intent.at("/metadata/order_id").asText().equals(order))
                .toList();
    }

    synchronized List<ObjectNode> refundsOf(String intent) {
        return refunds.stream()
                .filter(refund -> refund.path("payment_intent").asText().equals(intent))
                .toList();
    }

    synchronized void becomes(String intent, String status) {
        intents.get(intent).put("status", status);
    }

    /** As a bank does that sends it back. */
    synchronized void refundFails(String id) {
        refunds.stream()
                .filter(refund -> refund.path("id").asText().equals(id))
                .forEach(refund -> refund.put("status", "failed"));
    }

    synchronized Reply answer(Call call) {
        var place = call.method() + " " + call.path();
        if (place.equals("POST /v1/payment_intents")) {
            return create(call.parameters());
        }
        if (place.equals("GET /v1/payment_intents/search")) {
            return search(call.parameters());
        }
        if (place.startsWith("GET /v1/payment_intents/")) {
            var intent = intents.get(call.path().substring("/v1/payment_intents/".length()));
            return intent == null ? missing("intent") : new Reply(200, intent.toString());
        }
        if (place.equals("GET /v1/refunds")) {
            return strange(
                    call.parameters(),
                    Set.of("payment_intent", "limit"),
                    () -> list("list", refundsOf(call.parameters().get("payment_intent"))));
        }
        return place.equals("POST /v1/refunds") ? refund(call.parameters()) : missing("url");
    }

    private static Reply missing(String parameter) {
        var error = StripeStub.object("invalid_request_error", "resource_missing", "No such " + parameter);
        error.withObject("/error").put("param", parameter);
        return new Reply(parameter.startsWith("payment_") ? 400 : 404, error.toString());
    }

    private static Reply refused(String parameter, String code) {
        var error = StripeStub.object("invalid_request_error", code, "Invalid " + parameter);
        error.withObject("/error").put("param", parameter);
        return new Reply(400, error.toString());
    }

    private static Reply strange(
            Map<String, String> given, Set<String> known, java.util.function.Supplier<Reply> then) {
        return given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> StripeStub.error(400, "invalid_request_error", "parameter_unknown", name))
                .orElseGet(then);
    }

    private Reply create(Map<String, String> form) {
        return strange(form, CREATE, () -> {
            var token = form.getOrDefault("payment_method", form.get("payment_method_data[card][token]"));
            if (!form.get("currency").equals("eur")) {
                return refused("currency", "");
            }
            var amount = Long.parseLong(form.get("amount"));
            if (amount < 50 || amount > 99_999_999) {
                return refused("amount", amount < 50 ? "amount_too_small" : "amount_too_large");
            }
            if (!token.equals("pm_card_visa")
                    && !token.equals("tok_visa")
                    && !token.equals("pm_card_authenticationRequired")
                    && !DECLINES.containsKey(token)) {
                return missing("payment_method");
            }
            return confirm(form, token);
        });
    }

    private Reply confirm(Map<String, String> form, String token) {
        var intent = JSON.createObjectNode();
        intent.put("id", "pi_" + ids.incrementAndGet()).put("object", "payment_intent");
        intent.put("amount", Long.parseLong(form.get("amount"))).put("currency", form.get("currency"));
        intent.putObject("metadata").put("order_id", form.get("metadata[order_id]"));
        intent.put("status", "requires_payment_method");
        intents.put(intent.path("id").asText(), intent);
        if (token.equals("pm_card_authenticationRequired")) {
            return declined(intent, "authentication_required", "");
        }
        if (DECLINES.containsKey(token)) {
            var reason = DECLINES.get(token);
            return declined(intent, reason.isEmpty() ? "expired_card" : "card_declined", reason);
        }
        intent.put("status", chargedStatus).put("amount_received", Long.parseLong(form.get("amount")));
        return new Reply(200, intent.toString());
    }

    private static Reply declined(ObjectNode intent, String code, String reason) {
        var error = StripeStub.object("card_error", code, "Your card was declined.");
        if (!reason.isEmpty()) {
            error.withObject("/error").put("decline_code", reason);
        }
        intent.set("last_payment_error", error.path("error").deepCopy());
        error.withObject("/error").set("payment_intent", intent);
        return new Reply(402, error.toString());
    }

    private Reply search(Map<String, String> query) {
        return strange(query, Set.of("query"), () -> {
            var words = query.get("query").split("'");
            var found = searchable && words[0].equals("metadata[") && words[1].equals("order_id")
                    ? intentsOf(words[3])
                    : List.<ObjectNode>of();
            return list("search_result", found);
        });
    }

    private Reply refund(Map<String, String> form) {
        return strange(form, Set.of("payment_intent", "amount", "metadata[order_id]"), () -> {
            var intent = intents.get(form.get("payment_intent"));
            if (intent == null || !intent.path("status").asText().equals("succeeded")) {
                return missing("payment_intent");
            }
            var back = refundsOf(form.get("payment_intent")).stream()
                    .filter(refund -> refund.path("status").asText().equals("succeeded"))
                    .mapToLong(refund -> refund.path("amount").asLong())
                    .sum();
            var amount = Long.parseLong(form.get("amount"));
            if (back + amount > intent.path("amount").asLong()) {
                return StripeStub.error(400, "invalid_request_error", "charge_already_refunded", "already refunded");
            }
            var refund = JSON.createObjectNode();
            refund.put("id", "re_" + ids.incrementAndGet())
                    .put("object", "refund")
                    .put("amount", amount);
            refund.put("payment_intent", form.get("payment_intent"));
            refund.put("status", failingRefunds-- > 0 ? "failed" : "succeeded");
            refunds.add(0, refund);
            return new Reply(200, refund.toString());
        });
    }

    private static Reply list(String object, List<ObjectNode> items) {
        var list = JSON.createObjectNode().put("object", object).put("has_more", false);
        list.putArray("data").addAll(items);
        return new Reply(200, list.toString());
    }
}
