package bookstore.finance.routes;

import bookstore.finance.simulator.SimulatedNotices;
import bookstore.finance.simulator.SimulatedNotices.Notice;
import bookstore.finance.stripe.WebhookSignature;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The simulated provider tells by itself what has happened, signed and over HTTP, as a real one does. */
class SimulatorRoutes extends RouteBuilder {

    private static final String NOTICE = "notice";

    private final SimulatedNotices notices;
    private final WebhookSignature signature;

    SimulatorRoutes(SimulatedNotices notices, WebhookSignature signature) {
        this.notices = notices;
        this.signature = signature;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from("timer:finance-tell-notices?period=1s")
                .routeId("finance-tell-notices")
                .routeGroup("finance")
                .routeDescription("Tell what the simulated provider has to tell; what is not taken is told again")
                .setBody(exchange -> notices.due())
                .split(body())
                .stopOnException()
                .setVariable(NOTICE, body())
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .setHeader("Stripe-Signature")
                .exchange(this::sign)
                .setBody(simple("${body.body}"))
                .to("{{bookstore.finance.simulator.tell}}?responseTimeout=5000&connectTimeout=5000")
                .process(exchange -> notices.told(exchange.getVariable(NOTICE, Notice.class)));
    }

    private String sign(Exchange exchange) {
        var body = exchange.getVariable(NOTICE, Notice.class).body();
        return signature.sign(body.getBytes(StandardCharsets.UTF_8));
    }
}
