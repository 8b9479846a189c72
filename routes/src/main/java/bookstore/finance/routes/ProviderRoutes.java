package bookstore.finance.routes;

import bookstore.finance.PaymentProvider.Answer;
import bookstore.finance.PaymentProvider.Request;
import bookstore.finance.Payments;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The way to the payment provider, and the patience with it. */
class ProviderRoutes extends RouteBuilder {

    private final Payments payments;
    private final Duration quiet;

    ProviderRoutes(Payments payments, Duration quiet) {
        this.payments = payments;
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
                .to("kamelet:{{bookstore.finance.provider}}")
                .onFallback()
                .setBody(exchange -> Answer.unknown(
                        exchange.getVariable("request", Request.class).key()))
                .end()
                // left by the fallback: with it nobody would catch what fails from here on, and nothing be retried
                .removeProperty(Exchange.EXCEPTION_HANDLED);

        from("timer:finance-resume?period={{bookstore.finance.resume-after}}")
                .routeId("finance-resume-payments")
                .routeGroup("finance")
                .routeDescription("Ask again for charges and refunds that nobody has heard of for long")
                .process(exchange -> payments.resume(quiet));
    }
}
