package bookstore.finance.routes;

import bookstore.finance.Reconciliation;
import bookstore.finance.Reconciliation.Run;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the books by the clock. Of several instances one does it at a time. */
class ReconciliationRoutes extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRoutes.class);

    private final Reconciliation reconciliation;

    ReconciliationRoutes(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false));

        from("timer:finance-reconcile?delay={{bookstore.finance.reconciliation.every}}"
                        + "&period={{bookstore.finance.reconciliation.every}}")
                .routeId("finance-reconcile-books")
                .routeGroup("finance")
                .routeDescription("Hold the provider's book, the payments and the orders against each other")
                .process(exchange -> reconciliation.run().ifPresent(ReconciliationRoutes::tell));
    }

    private static void tell(Run run) {
        if (run.open() > 0) {
            LOG.warn("Books differ open={} found={} resolved={}", run.open(), run.found(), run.resolved());
        }
    }
}
