package bookstore.finance.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import bookstore.edge.Browser;
import bookstore.edge.Browser.Page;
import bookstore.finance.stripe.WebhookSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/**
 * Something that the payment provider tells by itself.
 *
 * @param body JSON
 */
record Notice(String body) {

    static final String PATH = "/api/payments/webhook";

    static Notice succeeded(UUID order) {
        return of("payment_intent.succeeded", order, "pi_of_" + order, "\"status\":\"succeeded\"");
    }

    static Notice failed(UUID order, String declineCode) {
        return of(
                "payment_intent.payment_failed",
                order,
                "pi_of_" + order,
                "\"last_payment_error\":{\"code\":\"card_declined\",\"decline_code\":\"" + declineCode + "\"}");
    }

    static Notice refunded(UUID order) {
        return of("refund.updated", order, "re_of_" + order, "\"status\":\"succeeded\"");
    }

    static Notice of(String type, UUID order, String object, String more) {
        return new Notice(
                """
                {"id":"evt_%s","object":"event","type":"%s","created":1700000000,"livemode":false,
                 "data":{"object":{"id":"%s","metadata":{"order_id":"%s"},%s}}}"""
                        .formatted(UUID.randomUUID(), type, object, order, more));
    }

    Page tell(Browser shop, WebhookSignature by) {
        return tell(shop, by.sign(body.getBytes(UTF_8)));
    }

    Page tell(Browser shop, String signature) {
        return shop.send(
                "POST",
                PATH,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json; charset=utf-8",
                "Stripe-Signature",
                signature);
    }
}
