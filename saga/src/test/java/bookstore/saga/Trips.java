package bookstore.saga;

import static org.apache.camel.model.SagaCompletionMode.MANUAL;
import static org.apache.camel.model.SagaPropagation.MANDATORY;

import java.util.Map;
import org.apache.camel.Exchange;

/**
 * A trip of a hotel and a flight; what happens is noted in the database, in the transaction of the moment.
 *
 * <p>The body names what goes wrong: {@code no flight} or nothing.
 */
final class Trips extends SagaRoutes {

    private final TestDatabase database;

    Trips(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected void routes() {
        from("direct:trip").routeId("trip").saga().to("direct:hotel").to("direct:flight");

        from("direct:long-trip")
                .routeId("long-trip")
                .saga()
                .completionMode(MANUAL)
                .to("direct:hotel");

        from("direct:hotel")
                .routeId("hotel")
                .saga()
                .propagation(MANDATORY)
                .option("guest", body())
                .option("nights", constant(2))
                .option("missing", header("missing"))
                .compensation("direct:undo-hotel")
                .process(exchange -> database.note("hotel"));

        from("direct:flight")
                .routeId("flight")
                .saga()
                .propagation(MANDATORY)
                .compensation("direct:undo-flight")
                .completion("direct:confirm-flight")
                .process(exchange -> fly(exchange.getMessage().getBody(String.class)));

        from("direct:undo-hotel").routeId("undo-hotel").process(this::undoHotel);
        from("direct:undo-flight").routeId("undo-flight").process(exchange -> database.note("undo flight"));
        from("direct:confirm-flight").routeId("confirm-flight").process(exchange -> database.note("confirm flight"));
    }

    private void fly(String body) {
        if (body.equals("no flight")) {
            throw new IllegalStateException("no flight");
        }
        database.note("flight");
    }

    private void undoHotel(Exchange exchange) {
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        var body = exchange.getMessage().getBody();
        database.note("undo hotel " + headers.get("guest") + " " + headers.get("nights") + " "
                + headers.containsKey("missing") + " " + body);
    }
}
