package bookstore.finance.stripe;

import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Outcome;
import bookstore.finance.ProviderUnavailable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what Stripe answers. What Stripe calls the card's error is a no, and so is a request that it refuses for what it
 * asks, and would refuse again: a payment method that it does not know, a sum that it does not take. A conflict, too many
 * requests, an error of the server or a key of ours that it does not accept leave the outcome unknown.
 */
public class StripeReplies {

    private static final Logger LOG = LoggerFactory.getLogger(StripeReplies.class);

    private final ObjectMapper json;

    public StripeReplies(ObjectMapper json) {
        this.json = json;
    }

    Answer charge(UUID key, int status, String body) {
        var reply = read(status, body);
        var error = reply.path("error");
        if (error.path("type").asText().equals("card_error")) {
            return declined(key, error);
        }
        if (status == 400 && error.path("type").asText().equals("invalid_request_error")) {
            return refused(key, error).orElseGet(() -> intent(key, succeeded(status, reply)));
        }
        return intent(key, succeeded(status, reply));
    }

    private static Optional<Answer> refused(UUID key, JsonNode error) {
        var param = error.path("param").asText();
        var code = error.path("code").asText();
        if (param.startsWith("payment_method")) {
            return Optional.of(new Answer(key, Outcome.DECLINED, "INVALID_PAYMENT_METHOD"));
        }
        if (param.equals("amount") || param.equals("currency") || code.matches("(amount_too_|parameter_).*")) {
            LOG.warn("Stripe refuses a charge for what it asks order={} code={} param={}", key, code, param);
            var reason = code.isEmpty() ? "INVALID_" + param : code;
            return Optional.of(new Answer(key, Outcome.DECLINED, reason.toUpperCase(Locale.ROOT)));
        }
        return Optional.empty();
    }

    private static Answer intent(UUID key, JsonNode intent) {
        return switch (intent.path("status").asText()) {
            case "succeeded" -> new Answer(key, Outcome.SUCCEEDED, id(intent));
            case "requires_payment_method" -> declined(key, intent.path("last_payment_error"));
            case "canceled" -> new Answer(key, Outcome.DECLINED, "CANCELED");
            default -> Answer.unknown(key);
        };
    }

    private static Answer declined(UUID key, JsonNode error) {
        var code = error.path("decline_code").asText(error.path("code").asText("card_declined"));
        return new Answer(key, Outcome.DECLINED, code.toUpperCase(Locale.ROOT));
    }

    /** Id of the payment that a search has found. */
    Optional<String> found(int status, String body) {
        var first = succeeded(status, read(status, body)).path("data").path(0);
        return first.isMissingNode() ? Optional.empty() : Optional.of(id(first));
    }

    Answer notFound(UUID key, boolean searchable) {
        return searchable ? new Answer(key, Outcome.NOT_FOUND, "NOT_CHARGED") : Answer.unknown(key);
    }

    StripeRefunds refunds(int status, String body) {
        var refunds = succeeded(status, read(status, body)).path("data");
        var given = 0L;
        var pending = false;
        var latest = "";
        for (var refund : refunds) {
            var state = refund.path("status").asText();
            pending |= state.equals("pending") || state.equals("requires_action");
            if (state.equals("succeeded")) {
                given += refund.path("amount").asLong();
                latest = latest.isEmpty() ? id(refund) : latest;
            }
        }
        return new StripeRefunds(refunds.size(), given, pending, latest);
    }

    /** A refund that Stripe refuses for what it asks is turned down; nothing says that Stripe is away. */
    Answer refund(UUID key, int status, String body) {
        var reply = read(status, body);
        var error = reply.path("error");
        if (status == 400 && error.path("type").asText().equals("invalid_request_error")) {
            return new Answer(key, Outcome.DECLINED, error.path("code").asText().toUpperCase(Locale.ROOT));
        }
        var refund = succeeded(status, reply);
        return refund.path("status").asText().equals("succeeded")
                ? new Answer(key, Outcome.SUCCEEDED, id(refund))
                : Answer.unknown(key);
    }

    private static JsonNode succeeded(int status, JsonNode reply) {
        if (status == 401 || status == 403) {
            LOG.error("Stripe does not accept our key, no payment is made until it is mended status={}", status);
        }
        if (status != 200) {
            var error = reply.path("error");
            throw unavailable(status + " " + error.path("type").asText() + " "
                    + error.path("code").asText());
        }
        return reply;
    }

    private JsonNode read(int status, String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw unavailable(status + " and no JSON");
        }
    }

    private static ProviderUnavailable unavailable(String reply) {
        LOG.warn("Stripe has not said what became of a request reply={}", reply);
        return new ProviderUnavailable("Stripe answered " + reply);
    }

    private static String id(JsonNode object) {
        return object.path("id").asText();
    }
}
