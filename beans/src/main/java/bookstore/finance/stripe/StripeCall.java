package bookstore.finance.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request to Stripe's API.
 *
 * @param query of a GET, in the form's encoding; null if there is none
 * @param form of a POST, in the form's encoding; null if there is none
 * @param idempotencyKey of a POST: Stripe answers the same to the same key for 24 hours
 */
public record StripeCall(
        String method, String path, @Nullable String query, @Nullable String form, @Nullable String idempotencyKey) {

    static StripeCall get(String path, Map<String, String> query) {
        return new StripeCall("GET", path, query.isEmpty() ? null : encode(query), null, null);
    }

    static StripeCall post(String path, Map<String, String> form, String idempotencyKey) {
        return new StripeCall("POST", path, null, encode(form), idempotencyKey);
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
