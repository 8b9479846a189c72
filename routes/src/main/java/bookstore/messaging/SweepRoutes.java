package bookstore.messaging;

import bookstore.shared.postgres.Sweeper;
import org.apache.camel.builder.RouteBuilder;

/** Keeps outbox, inbox and decided dead letters of a context from growing for ever. */
class SweepRoutes extends RouteBuilder {

    private final String context;
    private final Sweeper sweeper;

    SweepRoutes(String context, Sweeper sweeper) {
        this.context = context;
        this.sweeper = sweeper;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from("timer:" + context + "-outbox-sweep?period={{bookstore.messaging.sweep.every}}")
                .routeId(context + "-sweep-messages")
                .routeGroup(context)
                .routeDescription("Forget what was told, heard and decided long ago")
                .process(exchange -> sweeper.sweep());
    }
}
