package bookstore.finance.routes;

import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.finance.ProviderNotices;
import bookstore.finance.stripe.StripeEvents;
import bookstore.finance.stripe.WebhookSignature;
import bookstore.shared.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what the provider tells by itself. What is not signed by it is refused, counted and written down without a word
 * of what it said.
 */
final class NoticeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);
    private static final String METER = "bookstore.finance.provider.notices";

    private final WebhookSignature signature;
    private final StripeEvents events;
    private final ProviderNotices notices;
    private final MeterRegistry meters;
    private final Json json;

    NoticeDesk(
            WebhookSignature signature, StripeEvents events, ProviderNotices notices, MeterRegistry meters, Json json) {
        this.signature = signature;
        this.events = events;
        this.notices = notices;
        this.meters = meters;
        this.json = json;
    }

    void hear(Exchange exchange) {
        var body = exchange.getMessage().getBody(byte[].class);
        var header = Parameters.of(exchange).find("Stripe-Signature").orElse("");
        signature.check(header, body).ifPresent(this::refuse);
        var outcome = events.read(body)
                .map(notice -> notices.take(notice) ? "taken" : "repeated")
                .orElse("ignored");
        count(outcome);
        json.noContent(exchange);
    }

    private void refuse(WebhookSignature.Fault fault) {
        var reason = fault.name().toLowerCase(Locale.ROOT);
        count(reason);
        LOG.warn("Notice not believed reason={}", reason);
        throw new Refusal(Refusal.Kind.MALFORMED, "bad-signature", "The signature is not that of the payment provider");
    }

    private void count(String outcome) {
        meters.counter(METER, "outcome", outcome).increment();
    }
}
