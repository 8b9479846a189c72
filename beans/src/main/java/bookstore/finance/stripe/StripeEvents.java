package bookstore.finance.stripe;

import bookstore.finance.PaymentProvider.Action;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.ProviderNotice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads the events that Stripe tells, and finds those that are about an order of ours. */
public final class StripeEvents {

    private final ObjectMapper json;

    public StripeEvents(ObjectMapper json) {
        this.json = json;
    }

    /** @return empty if nothing follows for an order of ours */
    public Optional<ProviderNotice> read(byte[] body) {
        try {
            var event = json.readTree(body);
            var object = event.at("/data/object");
            return order(object).flatMap(key -> notice(event, object, key));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> order(JsonNode object) {
        try {
            return Optional.of(UUID.fromString(object.at("/metadata/order_id").asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProviderNotice> notice(JsonNode event, JsonNode object, UUID key) {
        var id = event.path("id").asText();
        return switch (event.path("type").asText()) {
            case "payment_intent.succeeded" -> charge(id, new Answer(key, Outcome.SUCCEEDED, id(object)));
            case "payment_intent.payment_failed" -> charge(id, new Answer(key, Outcome.DECLINED, reason(object)));
            case "payment_intent.canceled" -> charge(id, new Answer(key, Outcome.DECLINED, "CANCELED"));
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
                refund(id, key, object, object.path("status").asText());
            case "charge.refunded" ->
                refund(id, key, object, object.path("refunded").asBoolean() ? "succeeded" : "");
            default -> Optional.empty();
        };
    }

    private static Optional<ProviderNotice> charge(String id, Answer answer) {
        return Optional.of(new ProviderNotice(id, Action.CHARGE, answer));
    }

    private static Optional<ProviderNotice> refund(String id, UUID key, JsonNode object, String status) {
        var outcome =
                switch (status) {
                    case "succeeded" -> Outcome.SUCCEEDED;
                    case "failed", "canceled" -> Outcome.DECLINED;
                    default -> Outcome.UNKNOWN;
                };
        return outcome == Outcome.UNKNOWN
                ? Optional.empty()
                : Optional.of(new ProviderNotice(id, Action.REFUND, new Answer(key, outcome, id(object))));
    }

    private static String reason(JsonNode intent) {
        var error = intent.path("last_payment_error");
        return error.path("decline_code")
                .asText(error.path("code").asText("card_declined"))
                .toUpperCase(Locale.ROOT);
    }

    private static String id(JsonNode object) {
        return object.path("id").asText();
    }
}
