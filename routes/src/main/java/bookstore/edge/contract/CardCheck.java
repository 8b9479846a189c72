package bookstore.edge.contract;

import bookstore.shared.CardNumber;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.stream.Stream;

/**
 * Refuses what looks like a card number, wherever in a request it stands, before anything else is said about it: what is
 * not looked at cannot be stored or logged.
 */
final class CardCheck {

    private CardCheck() {}

    static void check(Operation operation, HttpServletRequest request) {
        var headers = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("header"))
                .flatMap(parameter -> Collections.list(request.getHeaders(parameter.name())).stream());
        var address = Stream.of(request.getRequestURI(), String.valueOf(request.getQueryString()));
        if (operation.refusesCards() && Stream.concat(address, headers).anyMatch(CardNumber::isIn)) {
            throw refusal();
        }
    }

    static void check(Operation operation, JsonNode body) {
        if (operation.refusesCards() && isIn(body)) {
            throw refusal();
        }
    }

    private static boolean isIn(JsonNode node) {
        if (node.isValueNode()) {
            return CardNumber.isIn(node.asText());
        }
        return node.properties().stream().anyMatch(field -> CardNumber.isIn(field.getKey()) || isIn(field.getValue()))
                || node.isArray() && node.valueStream().anyMatch(CardCheck::isIn);
    }

    private static Rejection refusal() {
        return Rejection.of(
                422,
                "card-number",
                "Something looks like a card number; send the token that the payment provider gave you instead");
    }
}
