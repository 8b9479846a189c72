package bookstore.finance.routes;

import bookstore.edge.Fallback;
import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.Payments;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** The way to the payment provider, and the patience with it. */
class ProviderRoutes extends RouteBuilder {

    private final Payments payments;
    private final String provider;
    private final Duration quiet;

    /** @param provider endpoint that takes a {@link Request} and gives an {@link Answer} */
    ProviderRoutes(Payments payments, String provider, Duration quiet) {
        this.payments = payments;
        this.provider = provider;
        this.quiet = quiet;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:finance-ask-provider")
                .routeId("finance-ask-provider")
                .routeGroup("finance")
                .routeDescription("Ask the payment provider; an answer that does not come is unknown, never a no")
                .setVariable("request", body())
                .circuitBreaker()
                .id("payment-provider")
                .to(provider)
                .onFallback()
                .setBody(exchange -> Answer.unknown(
                        exchange.getVariable("request", Request.class).key()))
                .end()
                .removeProperties(Fallback.MARKS);

        from("timer:finance-resume?period={{bookstore.finance.resume-after}}")
                .routeId("finance-resume-payments")
                .routeGroup("finance")
                .routeDescription("Ask again for charges and refunds that nobody has heard of for long")
                .process(exchange -> payments.resume(quiet));
    }
}
